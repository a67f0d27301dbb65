/**
 * Pictures of the states of the page, wide and narrow, light and dark:
 * `npm run screenshots -w @ser/live FOLDER [FOLDER_OF_THE_BUILT_PAGE]`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { servePage } from '@ser-tools/release-checks/pageServer';
import type { BrowserContextOptions } from 'playwright-core';
import { FakeMicrophone } from '../test/fakeMicrophone.js';
import { LivePage } from '../test/livePage.js';
import { ravdessFile, spokenFile } from '../test/spokenFile.js';

const [folder = 'screenshots', dist = fileURLToPath(new URL('../dist/', import.meta.url))] =
  process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('A Chromium is needed; CHROME_PATH names one.');

const microphone = new FakeMicrophone();
const emotions = { neutral: '01', happy: '03', sad: '04', angry: '05' };
const recordings = Object.values(emotions).map((emotion) => ravdessFile('02', emotion));
microphone.plays(spokenFile(recordings));
const [allowed, denied] = [
  await microphone.launch(executablePath),
  await microphone.launch(executablePath, false),
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 400]) await take({ colorScheme, viewport: { width, height: 900 } });
}
await Promise.all([allowed.close(), denied.close()]);
microphone.remove();

async function take(options: BrowserContextOptions): Promise<void> {
  const server = await servePage(dist);
  const name = (state: string) =>
    join(folder, `${state}-${options.viewport!.width}-${options.colorScheme}.png`);
  const live = await LivePage.open(allowed, server.url, options);
  const { page } = live;
  const shoot = (state: string) => page.screenshot({ path: name(state), fullPage: true });
  await shoot('1-first-visit');
  await live.loadSmallModel();
  await page.click('#listen');
  await live.waitForUtterances(1);
  await shoot('3-calibrating');
  await page.click('#stop');
  await page.waitForSelector('#listen');
  await page.setInputFiles('#recordings', microphone.file);
  await live.waitForUtterances(5);
  await page.click('#new-speaker');
  await page.setInputFiles('#recordings', microphone.file);
  await live.waitForUtterances(1);
  await page.locator('[role="tab"]').first().click();
  await page.waitForSelector('#listen');
  await shoot('4-live');
  microphone.plays(spokenFile([recordings[0]], 4));
  await page.click('#record');
  await page.getByText('Recording. Speak now').waitFor();
  await shoot('5-recording');
  await page.waitForSelector('.tags li');
  for (const label of ['neutral', 'happy', 'angry']) {
    const selects = page.locator('tr[data-start] select');
    await selects.nth(['neutral', 'happy', 'angry'].indexOf(label)).selectOption(label);
  }
  await page.getByText('Taught', { exact: true }).waitFor();
  await shoot('5-teaching');
  const files = ['02', '03'].flatMap((actor) =>
    Object.values(emotions).map((emotion) => ravdessFile(actor, emotion, '02')!),
  );
  const rows = files.map(
    (file, i) => `${basename(file)},${Object.keys(emotions)[i % 4]!},${i < 4 ? 'ann' : 'bob'}`,
  );
  await page.setInputFiles('#table', [
    {
      name: 'clips.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['path,label,speaker', 'x.wav,sad,ann', ...rows].join('\n')),
    },
    ...files.map((file) => ({ name: basename(file), mimeType: 'audio/flac', buffer: readFileSync(file) })),
  ]);
  await page.click('#skipped summary');
  await shoot('6-report');
  server.close();
  await page.reload();
  await live.loadSmallModel();
  await shoot('7-offline');
  await live.close();
  await takeDenied(options, name('2-denied'));
  microphone.plays(spokenFile(recordings));
}

async function takeDenied(options: BrowserContextOptions, path: string): Promise<void> {
  const server = await servePage(dist);
  const live = await LivePage.open(denied, server.url, options);
  await live.loadSmallModel();
  await live.page.click('#listen');
  await live.page.waitForSelector('.problem');
  await live.page.screenshot({ path, fullPage: true });
  await live.close();
  server.close();
}
