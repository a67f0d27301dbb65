import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uar } from '@ser/metrics';
import { Recognizer } from '@ser/recognizer';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { type PageServer, servePage } from '@ser-tools/release-checks/pageServer';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeMicrophone } from './fakeMicrophone.js';
import { LivePage } from './livePage.js';
import { ravdessFile, spokenFile } from './spokenFile.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const executablePath = findChromium();

/** Labels of the model, and their numbers in the file names. */
const emotions = { angry: '05', happy: '03', sad: '04' } as const;
const actor = '01';

/** Three clips per emotion to teach, and the others to test, of a speaker who is not in its training data. */
const clips = Object.entries(emotions).map(([label, emotion]) => {
  const of = (takes: readonly (readonly [take: string, text: string, intensity: string])[]) =>
    takes.map(([take, text, intensity]) => ravdessFile(actor, emotion, take, text, intensity));
  return {
    label,
    taught: of([
      ['01', '01', '01'],
      ['02', '01', '01'],
      ['01', '01', '02'],
    ]),
    tested: of([
      ['01', '02', '01'],
      ['02', '02', '01'],
      ['01', '02', '02'],
      ['02', '02', '02'],
    ]),
  };
});
const isMissing = clips.some(({ taught, tested }) => [...taught, ...tested].includes(undefined));
const reasons = [
  ...(executablePath ? [] : ['no Chromium']),
  ...(isMissing ? ['no RAVDESS in SER_CORPORA'] : []),
];

describe.skipIf(reasons.length > 0)(
  `teaching through the microphone${reasons.length > 0 ? ` (skipped: ${reasons.join(', ')})` : ''}`,
  () => {
    const microphone = new FakeMicrophone();
    const tested = clips.flatMap(({ label, tested: files }) => files.map((file) => ({ label, file: file! })));
    let browser: Browser;
    let server: PageServer;

    beforeAll(async () => {
      server = await servePage(dist);
      browser = await microphone.launch(executablePath!);
    });

    afterAll(async () => {
      await browser?.close();
      server?.close();
      microphone.remove();
    });

    /** The unweighted average recall of the library, in whole percent. */
    async function expectedPercent(recognizer: Recognizer): Promise<number> {
      const results = await recognizer.predictAll(tested.map(({ file }) => readFileSync(file)));
      const labels = [...recognizer.labels, 'no speech'];
      const actual = tested.map(({ label }) => labels.indexOf(label));
      const predicted = results.map(({ prediction }) => labels.indexOf(prediction!.label));
      return Math.round(100 * uar({ actual, predicted, nClasses: labels.length }));
    }

    /** The same in the page: a table and its recordings. */
    async function shownPercent(live: LivePage): Promise<number> {
      const rows = tested.map(({ label, file }) => `${basename(file)},${label},${actor}`);
      const table = {
        name: 'clips.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['path,label,speaker', ...rows].join('\n')),
      };
      const files = tested.map(({ file }) => ({
        ...{ name: basename(file), mimeType: 'audio/flac', buffer: readFileSync(file) },
      }));
      await live.page.setInputFiles('#table', [table, ...files]);
      await live.page.locator('#report').waitFor({ state: 'detached' });
      await live.page.waitForSelector('#report');
      expect(await live.page.textContent('#interval')).toContain('one speaker');
      expect(await live.page.textContent('#report')).toContain('All recordings were used.');
      return live.percentOf('#uar');
    }

    it('has the accuracy of the library, before and after', async () => {
      const untaught = await Recognizer.bundled('emodb'); // it was not trained on RAVDESS
      const live = await LivePage.open(browser, server.url);
      await live.loadArchive('emodb.tar', await untaught.toBytes());
      expect(await shownPercent(live)).toBe(await expectedPercent(untaught));
      for (const { label, taught } of clips) {
        for (const [i, file] of taught.entries()) {
          microphone.plays(spokenFile([file], 4));
          await live.teach(label, i + 1);
        }
      }
      const taught = await Recognizer.load(await live.download('Download the model'));
      const session = taught.session();
      expect(session.taught.clips).toEqual({ angry: 3, happy: 3, sad: 3 });
      expect(await live.percentOf('#estimate')).toBe(Math.round(100 * session.taught.estimate!.uar));
      const [before] = session.learningCurve({ draws: 1 });
      expect(await live.percentOf('#before')).toBe(Math.round(100 * before!.uar));
      expect(await shownPercent(live)).toBe(await expectedPercent(taught));
      expect(live.complaints).toEqual([]);
      await live.close();
    });
  },
);
