/**
 * Leaves the page at the microphone for a long time, with recordings as its sound, and prints drift, lost frames, memory,
 * and latency: `npm run soak -w @ser/live [MINUTES] [FOLDER_OF_THE_BUILT_PAGE]`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { servePage } from '@ser-tools/release-checks/pageServer';
import { type Browser, chromium } from 'playwright-core';
import { installProbe, type Probe, readProbe } from './soakProbe.js';
import { ravdessFile, spokenFile } from '../test/spokenFile.js';

const [minutes = '30', folder = fileURLToPath(new URL('../dist/', import.meta.url))] = process.argv.slice(2);
const nParts = 10;
/** That of the first part, in seconds: the drift is the change since. */
let firstLead: number | undefined;

const scratch = mkdtempSync(join(tmpdir(), 'ser-soak-'));
const file = join(scratch, 'voice.wav');
const voices = ['01', '02', '03', '04'].flatMap((actor) =>
  ['01', '03', '04', '05', '06'].map((emotion) => ravdessFile(actor, emotion)),
);
writeFileSync(file, spokenFile(voices));
const server = await servePage(folder);
const executablePath = findChromium();
if (executablePath === undefined) throw new Error('A Chromium is needed; CHROME_PATH names one.');
const browser = await chromium.launch({
  executablePath,
  args: [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${file}`,
  ],
});
try {
  const page = await browser.newPage();
  await page.addInitScript(installProbe);
  await page.goto(server.url);
  await page.click('#load');
  await page.click('#listen', { timeout: 300_000 });
  await page.waitForSelector('#stop');
  const start = Date.now();
  for (let part = 1; part <= nParts; part++) {
    await setTimeout(start + (part * Number(minutes) * 60_000) / nParts - Date.now());
    const probe = await page.evaluate(readProbe);
    console.log(line(probe, await rendererMegabytes(browser), await page.locator('tr[data-start]').count()));
  }
  const { latencies, failures } = await page.evaluate(readProbe);
  console.log(
    `latency of ${latencies.length} answers, ms: ${summary(latencies)}; failures: ${failures.join(', ') || 'none'}`,
  );
  await page.click('#stop');
} finally {
  await browser.close();
  server.close();
  rmSync(scratch, { recursive: true, force: true });
}

function line(probe: Probe, memory: number, rows: number): string {
  const { samples, sampleRate, clock, lead, frames, firstFrames, latencies } = probe;
  firstLead ??= lead;
  const drift = 1000 * (lead - firstLead);
  return [
    `${(clock / 60).toFixed(1)} min`,
    `${samples} samples at ${sampleRate} Hz`,
    `drift ${drift.toFixed(1)} ms`,
    `audio clock less samples ${frames - firstFrames - samples} frames`,
    `renderer ${memory.toFixed(0)} MB`,
    `${latencies.length} answers, last 100: ${summary(latencies.slice(-100))} ms`,
    `${rows} rows`,
    `load ${loadavg()[0]!.toFixed(1)}`,
  ].join(', ');
}

/** Memory of the largest renderer that is not shared, in MB. */
async function rendererMegabytes(running: Browser): Promise<number> {
  const session = await running.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) =>
      Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0),
    );
  return Math.max(...sizes) / 1000;
}

function summary(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(0) ?? '–';
  return `median ${at(0.5)}, 95% ${at(0.95)}, longest ${at(1)}`;
}
