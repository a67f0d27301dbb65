import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { recognizeTones } from '../browser/worker/recognizeTones.js';
import { findChromium } from '../src/chromium.js';
import { pageAnswer } from '../src/pageAnswer.js';

type Answer = Awaited<ReturnType<typeof recognizeTones>>;

const chromium = findChromium();
const name = `a recognizer in a worker${chromium === undefined ? ' (skipped: no Chromium found; CHROME_PATH names one)' : ''}`;

describe.skipIf(chromium === undefined)(name, () => {
  let inWorker: Answer & { readonly error?: string; readonly userAgent: string };

  beforeAll(async () => {
    inWorker = await pageAnswer(chromium!, fileURLToPath(new URL('../browser/worker', import.meta.url)));
  });

  it('loads a packed model, hears a clip, a stream and silence', () => {
    expect(inWorker.error).toBeUndefined();
    expect(inWorker.userAgent).toContain('Headless');
    expect(inWorker.prediction.speech).toBe(true);
    expect(inWorker.silence).toMatchObject({ speech: false, reason: 'silence' });
    expect(inWorker.isStreamWhole).toBe(true);
    expect(inWorker.missing).toBe('model-not-found');
  });

  it('answers as in Node', async () => {
    const inNode = await recognizeTones();
    expect(inWorker.streamed.map(({ start, end, label }) => [start, end, label])).toEqual(
      inNode.streamed.map(({ start, end, label }) => [start, end, label]),
    );
    // Another build of V8 may compute sin or exp to another last digit.
    inNode.streamed.forEach(({ probabilities }, i) => {
      for (const [label, share] of Object.entries(probabilities)) {
        expect(Math.abs((inWorker.streamed[i]!.probabilities[label] ?? NaN) - share)).toBeLessThan(1e-4);
      }
    });
  });
});
