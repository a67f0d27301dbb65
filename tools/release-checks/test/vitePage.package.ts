import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../src/browser.js';
import { findChromium } from '../src/chromium.js';
import { openDevServer } from '../src/devServer.js';
import { createPackedFolder, type PackedFolder } from '../src/packedFolder.js';
import { servePage } from '../src/pageServer.js';
import { readmeBlocks } from '../src/readmeBlocks.js';
import { type Visit, visitPage } from '../src/visitPage.js';
import { workspaceRoot } from '../src/workspace.js';

interface Answer {
  readonly speech: boolean;
  readonly label: string;
  readonly probabilities: Readonly<Record<string, number>>;
  readonly quality: { readonly snr: number; readonly speechSeconds: number };
}

const corpora = process.env['SER_CORPORA'] ?? resolve(workspaceRoot, '../shared/corpora');
const recording = join(corpora, 'emodb/03a01Wa.flac');
const voice = existsSync(recording) ? 'a real recording' : 'a synthetic voice (no SER_CORPORA)';

const chromium = findChromium();
const skipped = chromium === undefined ? ' (skipped: no Chromium found; CHROME_PATH names one)' : '';

/** Writes a clip of a synthetic voice to `clip`. */
const speak = `
import { rename } from 'node:fs/promises';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
await writeSyntheticCorpus('voices', { speakers: 2, seed: 1 });
await rename('voices/Actor_01/03-01-05-01-01-01-01.wav', 'clip');
`;

/** What the page does, in Node. */
const predict = `
import { readFile } from 'node:fs/promises';
import { Recognizer } from '@ser/recognizer';
const recognizer = await Recognizer.general();
console.log(JSON.stringify(await recognizer.predict(await readFile('clip'))));
`;

describe.skipIf(chromium === undefined)(
  `the page in the README of the recognizer recognizes ${voice}${skipped}`,
  () => {
    let folder: PackedFolder;
    let browser: Browser;
    let inNode: Answer;

    function runModule(name: string, code: string): string {
      writeFileSync(join(folder.path, name), code);
      return execFileSync(process.execPath, [name], { cwd: folder.path, encoding: 'utf8' });
    }

    beforeAll(() => {
      folder = createPackedFolder({ peers: false });
      const [page] = readmeBlocks(join(workspaceRoot, 'packages/recognizer/README.md'), 'html');
      writeFileSync(join(folder.path, 'index.html'), page!);
      if (existsSync(recording)) copyFileSync(recording, join(folder.path, 'clip'));
      else runModule('speak.mjs', speak);
      inNode = JSON.parse(runModule('predict.mjs', predict)) as Answer;
      browser = new Browser(chromium!);
    }, 600_000);

    afterAll(async () => {
      await browser?.close();
      folder?.remove();
    });

    /** Built into `dist` and served as files; the server has nothing for what was not built. */
    async function built() {
      await build({ root: folder.path, configFile: false, logLevel: 'silent' });
      return servePage(join(folder.path, 'dist'));
    }

    it.each([
      ['built', built],
      ['in the development server', () => openDevServer(folder.path)],
    ])(
      '%s by Vite without settings: the answer that Node gives, the console silent',
      { timeout: 600_000 },
      async (_, serve) => {
        const server = await serve();
        const visit = await visitPage(browser, server.url, { width: 800, colorScheme: 'light' });
        try {
          await visit.chooseFile('input', join(folder.path, 'clip'));
          const inPage = JSON.parse(await textOf(visit, 'pre')) as Answer;
          expect({ ...inPage, probabilities: {} }).toEqual({ ...inNode, probabilities: {} });
          expect(inPage.speech).toBe(true);
          expect(Object.keys(inPage.probabilities)).toEqual(Object.keys(inNode.probabilities));
          expect(Object.keys(inPage.probabilities)).toContain(inPage.label);
          // Node computes in another engine, which adds in another order.
          for (const [label, share] of Object.entries(inPage.probabilities))
            expect(Math.abs(share - inNode.probabilities[label]!)).toBeLessThan(1e-4);
          expect(visit.complaints.filter((complaint) => !isExpected(complaint))).toEqual([]);
        } finally {
          await visit.close();
          await server.close();
        }
      },
    );
  },
);

/** The text of an element, once it has any. */
async function textOf(visit: Visit, selector: string): Promise<string> {
  for (let tries = 0; tries < 3000; tries++) {
    const text = await visit.evaluate<string>(`document.querySelector('${selector}').textContent`);
    if (text !== '') return text;
    await setTimeout(200);
  }
  throw new Error(`The page did not answer. It complains of ${visit.complaints.join(', ') || 'nothing'}.`);
}

/** What Vite's own script says, the icon that the page does not have, and the one question for a file of an engine. */
function isExpected(complaint: string): boolean {
  return /\[vite\] connect|favicon\.ico|tfjs-backend-wasm(-threaded)?(-simd)?\.wasm/.test(complaint);
}
