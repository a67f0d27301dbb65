/* global document, fetch, performance */
import { createFeaturePlan } from '@ser/dsp';
import { openEngine } from '@ser/models';
import { liveRecognizer, liveSound } from '../../src/streaming/liveRecognizer.js';
import { medianTimes } from '../../src/streaming/medianTimes.js';

const clock = () => [performance.now()];

/** Milliseconds for the features and for the prediction of a window of 3 s, on the page's main thread. */
async function measure() {
  const { recognizer, what } = await liveRecognizer(await openEngine('auto', { threads: 1 }));
  const { sampleRate } = recognizer;
  const window = { samples: liveSound(3, sampleRate), sampleRate };
  /** Members with equal features share them. */
  const descriptions = new Map(
    recognizer.members.map(({ features }) => [JSON.stringify(features), features]),
  );
  const extractors = [...descriptions.values()].map((features) => createFeaturePlan(features));
  const extract = () => extractors.forEach((extractor) => extractor.extract(window));
  const [features] = await medianTimes(extract, clock);
  const [answer] = await medianTimes(() => recognizer.predict(window), clock);
  return { what, features, answer };
}

const text = JSON.stringify(await measure().catch((error) => ({ error: `${error}` })));
document.body.textContent = text;
await fetch('/answer', { method: 'POST', body: text });
