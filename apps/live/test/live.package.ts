import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { decodeAudio, encodeWav } from '@ser/audio-io';
import { Recognizer } from '@ser/recognizer';
import { Browser } from '@ser-tools/release-checks/browser';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { type PageServer, servePage } from '@ser-tools/release-checks/pageServer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LivePage, type UtteranceRow } from './livePage.js';
import { syllables } from './syllables.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const corpora = process.env['SER_CORPORA'] ?? resolve(dist, '../../../../shared/corpora');
const recordings = ['05', '03', '04'].map((emotion) =>
  join(corpora, `ravdess/Actor_01/03-01-${emotion}-01-01-01-01.flac`),
);
const voice = recordings.every((file) => existsSync(file)) ? 'recordings' : 'a tone (no SER_CORPORA)';

const chromium = findChromium();
const skipped = chromium === undefined ? ' (skipped: no Chromium found; CHROME_PATH names one)' : '';

/** The recordings with a pause after each, or a tone. */
function spoken(): Uint8Array {
  if (voice !== 'recordings') return encodeWav({ samples: syllables(16_000), sampleRate: 16_000 });
  const clips = recordings.map((file) => decodeAudio(new Uint8Array(readFileSync(file))));
  const { sampleRate } = clips[0]!;
  const parts = clips.flatMap(({ channels }) => [...channels[0]!, ...new Float32Array(sampleRate)]);
  return encodeWav({ samples: Float32Array.from(parts), sampleRate }, { clip: true });
}

/** The rows that the page must show for a recording, computed by the library here. */
async function expectedRows(wav: Uint8Array): Promise<UtteranceRow[]> {
  const { channels, sampleRate } = decodeAudio(wav);
  const session = (await Recognizer.bundled('general-small')).session();
  const rows: UtteranceRow[] = [];
  for await (const event of session.utterances([channels[0]!], { sampleRate })) {
    if (event.type !== 'utterance.end' || !event.speech) continue;
    const { start, end, label, probabilities } = event;
    rows.push({ start, end, label, percent: `${Math.round(probabilities[label]! * 100)}%` });
  }
  return rows;
}

describe.skipIf(chromium === undefined)(`the page in Chromium, with ${voice}${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ser-live-'));
  const file = join(folder, 'voice.wav');
  let browser: Browser;
  let server: PageServer;

  beforeAll(async () => {
    writeFileSync(file, spoken());
    server = await servePage(dist);
    browser = new Browser(chromium!, [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}`,
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the utterances that the library finds in a recording', async () => {
    const page = await LivePage.open(browser, server.url);
    await page.loadSmallModel();
    await page.visit.chooseFile('#recordings', file);
    const expected = await expectedRows(new Uint8Array(readFileSync(file)));
    expect(expected.length).toBeGreaterThan(0);
    await page.until(`document.querySelectorAll('tr[data-start]').length === ${expected.length}`);
    expect(await page.utterances()).toEqual(expected);
    expect(page.visit.complaints).toEqual([]);
    expect(page.visit.requests.filter((address) => !isOwn(address, server.url))).toEqual([]);
    await page.visit.close();
  });

  it('shows for the microphone what the library finds in the audio that it saves', async () => {
    const page = await LivePage.open(browser, server.url);
    await page.loadSmallModel();
    await page.click('#listen');
    await page.until(`document.querySelectorAll('tr[data-start]').length > 1`);
    await page.click('#stop');
    await page.waitFor('#listen');
    const rows = await page.utterances();
    const expected = await expectedRows(await page.download('Audio (WAV)'));
    expect(rows.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
    rows.forEach(({ start, end }, i) => {
      expect(start).toBeCloseTo(expected[i]!.start, 1);
      expect(end).toBeCloseTo(expected[i]!.end, 1);
    });
    expect(page.visit.complaints).toEqual([]);
    await page.visit.close();
  });

  it('keeps what it is taught, as a model that the library loads, until it is deleted', async () => {
    const page = await LivePage.open(browser, server.url);
    await page.loadSmallModel();
    await page.click('#record');
    await page.waitFor('.tags li');
    const model = await Recognizer.load(await page.download('Download the model'));
    expect(model.labels).toContain('neutral');
    await page.visit.close();
    const again = await LivePage.open(browser, server.url);
    await again.waitFor('input[value="kept"]:checked');
    await again.click('#load');
    await again.waitFor('.tags li');
    await again.clickButton('Delete what was taught');
    await again.until(`document.querySelector('.tags') === null`);
    await again.clickButton('Change');
    await again.waitFor('#load');
    expect(await again.visit.evaluate(`document.querySelector('input[value="kept"]')`)).toBeNull();
    await again.visit.close();
  });

  it('explains how to allow the microphone', async () => {
    const strict = new Browser(chromium!, ['--use-fake-device-for-media-stream']);
    try {
      await strict.send('Browser.setPermission', { permission: { name: 'microphone' }, setting: 'denied' });
      const page = await LivePage.open(strict, server.url, 400);
      await page.loadSmallModel();
      await page.click('#listen');
      await page.waitFor('.problem');
      const shown = await page.visit.evaluate<string>(`document.querySelector('.problem').textContent`);
      expect(shown).toContain('Allow it for this page');
    } finally {
      await strict.close();
    }
  });

  it('does not send anything to another server', async () => {
    const page = await LivePage.open(browser, server.url);
    await page.visit.evaluate(
      `fetch('https://example.org/').then(() => (window.sent = true), () => (window.sent = false)), 0`,
    );
    await page.until('window.sent === false');
    await page.loadSmallModel();
    await page.visit.evaluate(
      `fetch('models.json')
        .then((response) => response.json())
        .then((models) => fetch(models.general[0].file))
        .then((response) => (window.policy = response.headers.get('Content-Security-Policy'))), 0`,
    );
    await page.until('window.policy !== undefined');
    expect(await page.visit.evaluate('window.policy')).toContain("connect-src 'self'");
    await page.visit.close();
  });

  it.each([1280, 400])('is no wider than a window of %i px', async (width) => {
    const page = await LivePage.open(browser, server.url, width, 'dark');
    await page.loadSmallModel();
    const widest = await page.visit.evaluate<number>('document.documentElement.scrollWidth');
    expect(widest).toBeLessThanOrEqual(width);
    await page.visit.close();
  });

  it('works without the server after the first load', async () => {
    server.close();
    await setTimeout(100);
    const page = await LivePage.open(browser, server.url);
    await page.loadSmallModel();
    await page.visit.chooseFile('#recordings', file);
    await page.waitFor('tr[data-start]');
    await page.visit.close();
  });
});

function isOwn(address: string, url: string): boolean {
  return address.startsWith(url) || address.startsWith('blob:');
}
