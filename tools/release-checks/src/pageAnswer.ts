import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'vite';
import { openPage } from './chromium.js';
import { servePage } from './pageServer.js';

/** Builds a folder's page with Vite, opens it in a browser, and gives what it posts to `/answer`, as JSON. */
export async function pageAnswer<T>(chromium: string, root: string): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-page-'));
  try {
    const target = { outDir: folder, emptyOutDir: true, target: 'esnext' };
    await build({ root, logLevel: 'silent', build: target, worker: { format: 'es' } });
    const server = await servePage(folder);
    const page = openPage(chromium, server.url);
    try {
      const silence = setTimeout(60_000, undefined, { ref: false }).then(() => {
        throw new Error(`The page did not answer. Chromium says: ${page.complaints()}`);
      });
      return JSON.parse(await Promise.race([server.answer, silence])) as T;
    } finally {
      await page.close();
      server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
