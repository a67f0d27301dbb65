import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { embedTone } from '../browser/encoder/embedTone.js';
import { findChromium } from '../src/chromium.js';
import { pageAnswer } from '../src/pageAnswer.js';

type Answer = Awaited<ReturnType<typeof embedTone>> & { readonly error?: string };

interface Answers {
  readonly error?: string;
  readonly inWorker: Answer;
  readonly inPage: Answer;
}

const chromium = findChromium();
const name = `an encoder in Chromium${chromium === undefined ? ' (skipped: no Chromium found; set CHROME_PATH)' : ''}`;

describe.skipIf(chromium === undefined)(name, () => {
  let answers: Answers;

  beforeAll(async () => {
    answers = await pageAnswer(chromium!, fileURLToPath(new URL('../browser/encoder', import.meta.url)));
  });

  it.each(['inPage', 'inWorker'] as const)('embeds a clip as in Node: %s', async (place) => {
    expect(answers.error).toBeUndefined();
    expect(answers[place].error).toBeUndefined();
    expect(answers[place].description).toMatch(/WebAssembly$/);
    const { embedding } = await embedTone();
    expect(answers[place].embedding).toHaveLength(2304);
    // float32 sums in another order change a few of the inputs that are then rounded to uint8
    const difference = Math.hypot(...embedding.map((value, i) => value - answers[place].embedding[i]!));
    expect(difference / Math.hypot(...embedding)).toBeLessThan(0.01);
  });
});
