import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build, defaultClientConditions } from 'vite';
import { openPage } from './chromium.js';
import { servePage } from './pageServer.js';

export interface PageAnswerOptions {
  /** Whether packages of ours are taken from their sources and not from `dist`. @default false */
  readonly sources?: boolean;
  /** Whether the page is isolated across origins, so that it may have threads. @default false */
  readonly isolated?: boolean;
  /** Query of the page's address, such as `?threads=2`. @default none */
  readonly query?: string;
}

/** Modules whose sources read files of the repository, which a page cannot: they are taken from `dist`. */
const packedModules = {
  name: 'packed-modules',
  load(id: string): string | undefined {
    const [, folder, name] =
      /^(.*\/packages\/\w+)\/src\/.*\/(onnxLibrary|onnxWasm|packedModel|general|general-small|emodb)\.ts$/.exec(
        id,
      ) ?? [];
    if (!/\/(packed|model)\//.test(id) || name === undefined) return undefined;
    const built = `${folder}/dist/${name}.js`;
    if (!existsSync(built)) throw new Error(`${built} must exist. Run \`npm run build\`.`);
    return readFileSync(built, 'utf8');
  },
};

/** Builds a folder's page with Vite, opens it in a browser, and gives what it posts to `/answer`, as JSON. */
export async function pageAnswer<T>(
  chromium: string,
  root: string,
  { sources = false, isolated = false, query = '' }: PageAnswerOptions = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ser-page-'));
  try {
    const target = { outDir: folder, emptyOutDir: true, target: 'esnext' };
    const resolve = { conditions: [...(sources ? ['@ser/source'] : []), ...defaultClientConditions] };
    const plugins = sources ? [packedModules] : [];
    await build({
      root,
      resolve,
      plugins,
      logLevel: 'silent',
      build: target,
      worker: { format: 'es', plugins: () => plugins },
    });
    const server = await servePage(folder, { isolated });
    const page = openPage(chromium, `${server.url}${query}`);
    try {
      const silence = setTimeout(600_000, undefined, { ref: false }).then(() => {
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
