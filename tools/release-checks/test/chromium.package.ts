import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { trainSmallNetwork } from '../browser/trainSmallNetwork.js';
import { findChromium } from '../src/chromium.js';
import { pageAnswer } from '../src/pageAnswer.js';

type Training = Awaited<ReturnType<typeof trainSmallNetwork>>;

const chromium = findChromium();
const name = `a page built by Vite${chromium === undefined ? ' (skipped: no Chromium found; CHROME_PATH names one)' : ''}`;

describe.skipIf(chromium === undefined)(name, () => {
  let inBrowser: Training & { readonly error?: string; readonly userAgent: string };

  beforeAll(async () => {
    inBrowser = await pageAnswer(chromium!, fileURLToPath(new URL('../browser', import.meta.url)));
  });

  it('trains in headless Chromium by the ONNX training graph, nothing falling back', () => {
    expect(inBrowser.error).toBeUndefined();
    expect(inBrowser.userAgent).toContain('Headless');
    expect(inBrowser.engine).toContain('WebAssembly');
    expect(inBrowser.warnings).toEqual([]);
    expect(inBrowser.losses.at(-1)).toBeLessThan(inBrowser.losses[0]!);
  });

  // One thread, the same WebAssembly: 0 is seen. Another build of V8 may compute sin or exp to another last digit.
  it('comes to the losses and probabilities that Node comes to', async () => {
    const inNode = await trainSmallNetwork();
    expect(inNode.losses).toHaveLength(10);
    expect(difference(inBrowser.losses, inNode.losses)).toBeLessThan(1e-4);
    expect(difference(inBrowser.probabilities, inNode.probabilities)).toBeLessThan(1e-4);
  });
});

function difference(found: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? NaN))));
}
