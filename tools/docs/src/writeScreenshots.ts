import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { encodeWav } from '@ser/audio-io';
import { makeVoice, sentences, synthesizeUtterance } from '@ser/synthetic';
import { Browser } from '@ser-tools/release-checks/browser';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { servePage } from '@ser-tools/release-checks/pageServer';
import { type Visit, visitPage } from '@ser-tools/release-checks/visitPage';

/** Size of the pictures, in px. */
const [width, height] = [1120, 1180];

/**
 * Writes the pictures of the README and of the site's first page: a report, and the live page with a recording of
 * synthetic voices.
 *
 * @param docs the folder of the site
 * @param report a `report.html` of `ser train`
 */
export async function writeScreenshots(docs: string, report: string): Promise<void> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error('Screenshots need Chromium. Install it, or set CHROME_PATH.');
  const folder = join(docs, 'public/images');
  await mkdir(folder, { recursive: true });
  const browser = new Browser(chromium);
  try {
    await photograph(browser, resolve(report), join(folder, 'report.png'), async () => {});
    const recording = await voices();
    await photograph(
      browser,
      join(docs, '../apps/live/dist/index.html'),
      join(folder, 'live.png'),
      async (visit) => {
        await click(visit, 'input[value="general-small"]');
        await click(visit, '#load');
        await until(visit, `document.querySelector('#recordings') !== null`);
        await visit.chooseFile('#recordings', recording);
        await until(visit, `document.querySelectorAll('tr[data-start]').length >= 4`);
      },
    );
    await rm(dirname(recording), { recursive: true });
  } finally {
    await browser.close();
  }
}

async function photograph(
  browser: Browser,
  page: string,
  file: string,
  prepare: (visit: Visit) => Promise<void>,
): Promise<void> {
  const server = await servePage(dirname(page));
  try {
    const visit = await visitPage(
      browser,
      `${server.url}${page.endsWith('index.html') ? '' : page.slice(dirname(page).length + 1)}`,
      {
        width,
        colorScheme: 'light',
      },
    );
    await prepare(visit);
    await wait(1000);
    await writeFile(file, await visit.screenshot(0, height));
    await visit.close();
  } finally {
    server.close();
  }
}

async function click(visit: Visit, selector: string): Promise<void> {
  await until(visit, `document.querySelector('${selector}') !== null`);
  await visit.evaluate(`document.querySelector('${selector}').click(), 0`);
}

async function until(visit: Visit, condition: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await visit.evaluate<boolean>(condition)) return;
    await wait(200);
  }
  throw new Error(`The page must reach \`${condition}\` within two minutes; it does not.`);
}

/** A recording of five sentences with pauses. */
async function voices(): Promise<string> {
  const pause = new Float32Array(16000);
  const emotions = ['neutral', 'angry', 'sad', 'happy', 'angry'] as const;
  const clips = emotions.map((emotion, i) =>
    synthesizeUtterance({ voice: makeVoice(1, 2), emotion, sentence: sentences[i % 2]!, seed: i }),
  );
  const samples = Float32Array.from(clips.flatMap((clip) => [...clip.samples, ...pause]));
  const file = join(await mkdtemp(join(tmpdir(), 'ser-voices-')), 'voices.wav');
  await writeFile(file, encodeWav({ samples, sampleRate: clips[0]!.sampleRate }));
  return file;
}
