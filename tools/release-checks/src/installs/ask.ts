import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Browser } from '../browser.js';
import { findChromium } from '../chromium.js';
import { servePage } from '../pageServer.js';
import { visitPage } from '../visitPage.js';
import type { Answer } from './answer.js';
import type { UserFolder } from './userFolder.js';

/** Where an answer comes from. */
export type Source =
  /** A page of built files in a folder, opened in Chromium. */
  | { readonly kind: 'page'; readonly folder: string; readonly path?: string }
  /** What a program prints. */
  | { readonly kind: 'program'; readonly program: string; readonly args: readonly string[] }
  /** A path of a server, opened in Chromium or fetched; it listens on the port in `PORT`. */
  | {
      readonly kind: 'server';
      readonly program: string;
      readonly args: readonly string[];
      readonly path: string;
      readonly opened: boolean;
    };

const patience = 300_000;

/** @throws {Error} when no answer comes within five minutes */
export async function ask(folder: UserFolder, source: Source): Promise<Answer> {
  if (source.kind === 'program')
    return JSON.parse(await folder.command(source.program, source.args)) as Answer;
  if (source.kind === 'page') {
    const server = await servePage(join(folder.path, source.folder));
    try {
      return await askPage(`${server.url}${source.path ?? ''}`);
    } finally {
      server.close();
    }
  }
  const port = String(await freePort());
  folder.start(
    source.program,
    source.args.map((arg) => arg.replace('PORT', port)),
  );
  const url = `http://127.0.0.1:${port}/${source.path}`;
  const text = await fetchWhenReady(url);
  return source.opened ? askPage(url) : answerIn(text);
}

/** The answer that a page writes into its `pre`. */
async function askPage(url: string): Promise<Answer> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error('No Chromium was found. Set CHROME_PATH.');
  const browser = new Browser(chromium);
  try {
    const visit = await visitPage(browser, url, { width: 800, colorScheme: 'light' });
    for (const end = Date.now() + patience; Date.now() < end; await setTimeout(100)) {
      const text = await visit.evaluate<string>(`document.querySelector('pre')?.textContent ?? ''`);
      if (text !== '') return JSON.parse(text) as Answer;
    }
    throw new Error(`The page did not answer: ${visit.complaints.join('\n').slice(0, 2000)}`);
  } finally {
    await browser.close();
  }
}

/** JSON as it is, or in the `pre` of a page that the server has rendered. */
function answerIn(text: string): Answer {
  const [, inPage] = /<pre[^>]*>(.*?)<\/pre>/s.exec(text) ?? [];
  return JSON.parse((inPage ?? text).replaceAll('&quot;', '"')) as Answer;
}

async function fetchWhenReady(url: string): Promise<string> {
  let failure: unknown;
  for (const end = Date.now() + patience; Date.now() < end; await setTimeout(200)) {
    const response = await fetch(url).catch((error: unknown) => void (failure = error));
    if (response?.ok) return response.text();
    if (response)
      throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 1000)}`);
  }
  throw new Error(`${url} did not answer.`, { cause: failure });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
