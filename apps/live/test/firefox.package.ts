import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PageServer, servePage } from '@ser-tools/release-checks/pageServer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedRows } from './expectedRows.js';
import { FirefoxPage, findFirefox } from './firefoxPage.js';
import type { UtteranceRow } from './livePage.js';
import { ravdessFile, spokenFile } from './spokenFile.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const firefox = findFirefox();
const skipped = firefox === undefined ? ' (skipped: no Firefox found; FIREFOX_PATH names one)' : '';

const shownRows = `[...document.querySelectorAll('tr[data-start]')].reverse().map(({ dataset, cells }) => ({
  start: Number(dataset.start), end: Number(dataset.end), label: dataset.label, percent: cells[2].textContent,
}))`;

describe.skipIf(firefox === undefined)(`the page in Firefox${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ser-firefox-recording-'));
  const file = join(folder, 'speech.wav');
  const speech = spokenFile(['05', '03', '04'].map((emotion) => ravdessFile('01', emotion)));
  let server: PageServer;
  let page: FirefoxPage;

  beforeAll(async () => {
    writeFileSync(file, speech);
    server = await servePage(dist);
    page = await FirefoxPage.open(firefox!, server.url);
  });

  afterAll(async () => {
    await page?.close();
    server?.close();
    rmSync(folder, { recursive: true });
  });

  it('shows the utterances that the library finds in a recording', async () => {
    await page.click('input[value="general-small"]');
    await page.click('#load');
    await page.waitFor('#listen');
    await page.setFiles('#recordings', [file]);
    const expected = await expectedRows(speech);
    expect(expected.length).toBeGreaterThan(0);
    await page.waitFor('tr[data-start]', expected.length);
    expect(await page.evaluate<UtteranceRow[]>(shownRows)).toEqual(expected);
  });

  it('sends nothing to another server', async () => {
    expect(await page.evaluate(`fetch('https://example.org/').then(() => true, () => false)`)).toBe(false);
  });
});
