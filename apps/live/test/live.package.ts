import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Recognizer } from '@ser/recognizer';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { type PageServer, servePage } from '@ser-tools/release-checks/pageServer';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedRows } from './expectedRows.js';
import { FakeMicrophone } from './fakeMicrophone.js';
import { LivePage } from './livePage.js';
import { ravdessFile, spokenFile } from './spokenFile.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const recordings = ['05', '03', '04'].map((emotion) => ravdessFile('01', emotion));
const voice = recordings.includes(undefined) ? 'a tone (no SER_CORPORA)' : 'recordings';
const executablePath = findChromium();
const skipped = executablePath === undefined ? ' (skipped: no Chromium found; CHROME_PATH names one)' : '';

describe.skipIf(executablePath === undefined)(`the page in Chromium, with ${voice}${skipped}`, () => {
  const microphone = new FakeMicrophone();
  const { file } = microphone;
  let browser: Browser;
  let server: PageServer;

  beforeAll(async () => {
    microphone.plays(spokenFile(recordings));
    server = await servePage(dist);
    browser = await microphone.launch(executablePath!);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
    microphone.remove();
  });

  it('shows the utterances that the library finds in a recording', async () => {
    const live = await LivePage.open(browser, server.url);
    await live.loadSmallModel();
    await live.page.setInputFiles('#recordings', file);
    const expected = await expectedRows(new Uint8Array(readFileSync(file)));
    expect(expected.length).toBeGreaterThan(0);
    await live.waitForUtterances(expected.length);
    expect(await live.utterances()).toEqual(expected);
    expect(live.complaints).toEqual([]);
    expect(live.requests.filter((address) => !isOwn(address, server.url))).toEqual([]);
    await live.close();
  });

  it('shows for the microphone what the library finds in the audio that it saves', async () => {
    const live = await LivePage.open(browser, server.url);
    await live.loadSmallModel();
    await live.page.click('#listen');
    await live.waitForUtterances(2);
    await live.page.click('#stop');
    await live.page.waitForSelector('#listen');
    const rows = await live.utterances();
    const expected = await expectedRows(await live.download('Audio (WAV)'));
    expect(rows.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
    rows.forEach(({ start, end }, i) => {
      expect(start).toBeCloseTo(expected[i]!.start, 1);
      expect(end).toBeCloseTo(expected[i]!.end, 1);
    });
    expect(live.complaints).toEqual([]);
    await live.close();
  });

  it('opens a tab for a new speaker while it listens, and exports who spoke', async () => {
    const live = await LivePage.open(browser, server.url);
    const { page } = live;
    await live.loadSmallModel();
    await page.click('#listen');
    await live.waitForUtterances(1);
    await page.click('#new-speaker');
    expect(await page.textContent('[role="tab"][aria-selected="true"]')).toContain('Speaker 2');
    await page.fill('#speaker-name', 'Ann');
    await page.press('#speaker-name', 'Enter');
    await live.waitForUtterances(1);
    await page.click('#stop');
    await page.waitForSelector('#listen');
    const csv = new TextDecoder().decode(await live.download('Table (CSV)'));
    const speakers = csv.split('\n').map((line) => line.split(',')[2]);
    expect(new Set(speakers.slice(1, -1))).toEqual(new Set(['Speaker 1', 'Ann']));
    const ofAnn = (await live.utterances()).map(({ start }) => start);
    await page.focus('[role="tab"][aria-selected="true"]');
    await page.keyboard.press('ArrowLeft');
    expect(await page.textContent('[role="tab"]:focus')).toContain('Speaker 1');
    const ofFirst = (await live.utterances()).map(({ end }) => end);
    expect(Math.min(...ofAnn)).toBeGreaterThanOrEqual(Math.max(...ofFirst));
    expect(live.complaints).toEqual([]);
    await live.close();
  });

  it('keeps what it is taught, as a model that the library loads, until it is deleted', async () => {
    const live = await LivePage.open(browser, server.url);
    await live.loadSmallModel();
    await live.teach('neutral', 1);
    const model = await Recognizer.load(await live.download('Download the model'));
    expect(model.labels).toContain('neutral');
    const again = await LivePage.again(await live.page.context().newPage(), server.url);
    await again.page.getByLabel('Taught by Speaker 1').check();
    await again.page.click('#load');
    await again.page.waitForSelector('.tags li');
    await again.page.getByRole('button', { name: 'Delete what was taught' }).click();
    await again.page.locator('.tags').waitFor({ state: 'detached' });
    await again.page.getByRole('button', { name: 'Change' }).click();
    await again.page.waitForSelector('#load');
    expect(await again.page.getByLabel('Taught by Speaker 1').count()).toBe(0);
    await again.close();
  });

  it('explains how to allow the microphone', async () => {
    const strict = await microphone.launch(executablePath!, false);
    try {
      const live = await LivePage.open(strict, server.url, { permissions: [] });
      await live.loadSmallModel();
      await live.page.click('#listen');
      expect(await live.page.textContent('.problem')).toContain('Allow it for this page');
    } finally {
      await strict.close();
    }
  });

  it('does not send anything to another server', async () => {
    const live = await LivePage.open(browser, server.url);
    const sent = await live.page.evaluate(() =>
      fetch('https://example.org/').then(
        () => true,
        () => false,
      ),
    );
    expect(sent).toBe(false);
    await live.loadSmallModel();
    const policy = await live.page.evaluate(async () => {
      const models = (await (await fetch('models.json')).json()) as { general: [{ file: string }] };
      return (await fetch(models.general[0].file)).headers.get('Content-Security-Policy');
    });
    expect(policy).toContain("connect-src 'self'");
    await live.close();
  });

  it.each([1280, 400])('is no wider than a window of %i px', async (width) => {
    const viewport = { width, height: 900 };
    const live = await LivePage.open(browser, server.url, { viewport, colorScheme: 'dark' });
    await live.loadSmallModel();
    await live.page.setInputFiles('#recordings', file);
    await live.waitForUtterances(1);
    for (let n = 0; n < 4; n++) await live.page.click('#new-speaker');
    expect(await live.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await live.close();
  });

  it('works without the server after the first load', async () => {
    const live = await LivePage.open(browser, server.url);
    await live.loadSmallModel();
    server.close();
    const offline = await LivePage.again(await live.page.context().newPage(), server.url);
    await offline.loadSmallModel();
    await offline.page.setInputFiles('#recordings', file);
    await offline.waitForUtterances(1);
    await offline.close();
  });
});

function isOwn(address: string, url: string): boolean {
  return address.startsWith(url) || address.startsWith('blob:');
}
