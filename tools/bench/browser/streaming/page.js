/* global URLSearchParams, crossOriginIsolated, document, fetch, location, performance */
import { openFeatures } from '@ser/encoder';
import { liveRecognizer, liveSound } from '../../src/streaming/liveRecognizer.js';
import { medianTimes } from '../../src/streaming/medianTimes.js';

const clock = () => [performance.now()];

/** Milliseconds for the features and for the prediction of a window of 3 s, in the page itself. */
async function measure(threads) {
  const { recognizer, what } = await liveRecognizer(threads);
  const { sampleRate } = recognizer;
  const window = { samples: liveSound(3, sampleRate), sampleRate };
  /** Members with equal features share them. */
  const descriptions = new Map(
    recognizer.members.map(({ features }) => [JSON.stringify(features), features]),
  );
  const sources = await Promise.all(
    [...descriptions.values()].map((features) => openFeatures(features, { threads })),
  );
  const extract = async () => {
    for (const source of sources) await source.extract(window);
  };
  const [features] = await medianTimes(extract, clock);
  const [answer] = await medianTimes(() => recognizer.predict(window), clock);
  return { what, isolated: crossOriginIsolated, features, answer };
}

const text = JSON.stringify(
  await measure(Number(new URLSearchParams(location.search).get('threads'))).catch((error) => ({
    error: `${error}`,
  })),
);
document.body.textContent = text;
await fetch('/answer', { method: 'POST', body: text });
