import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trainSmallNetwork } from '../browser/trainSmallNetwork.js';
import { type OpenPage, findChromium, openPage } from '../src/chromium.js';
import { type PageServer, servePage } from '../src/pageServer.js';

type Training = Awaited<ReturnType<typeof trainSmallNetwork>>;

const chromium = findChromium();
const name = `a page built by Vite${chromium === undefined ? ' (skipped: no Chromium found; CHROME_PATH names one)' : ''}`;

describe.skipIf(chromium === undefined)(name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ser-page-'));
  let server: PageServer;
  let page: OpenPage;
  let inBrowser: Training & { readonly error?: string; readonly userAgent: string };

  beforeAll(async () => {
    const root = fileURLToPath(new URL('../browser', import.meta.url));
    await build({ root, logLevel: 'silent', build: { outDir: folder, emptyOutDir: true, target: 'esnext' } });
    server = await servePage(folder);
    page = openPage(chromium!, server.url);
    inBrowser = JSON.parse(await Promise.race([server.answer, silence(60_000)])) as typeof inBrowser;
  });

  afterAll(async () => {
    await page?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function silence(milliseconds: number): Promise<never> {
    await setTimeout(milliseconds, undefined, { ref: false });
    throw new Error(`The page did not answer. Chromium says: ${page.complaints()}`);
  }

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
    console.log(
      'DIFF',
      difference(inBrowser.losses, inNode.losses),
      difference(inBrowser.probabilities, inNode.probabilities),
      inBrowser,
    );
    expect(difference(inBrowser.losses, inNode.losses)).toBeLessThan(1e-4);
    expect(difference(inBrowser.probabilities, inNode.probabilities)).toBeLessThan(1e-4);
  });
});

function difference(found: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? NaN))));
}
