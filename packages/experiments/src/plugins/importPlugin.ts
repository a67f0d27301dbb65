import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExperimentError } from '../errors.js';

const typeScript = ['.ts', '.mts', '.cts'];

/**
 * Imports a plugin.
 *
 * @throws {SerError} `invalid-plugin` if there is no such file, it cannot be loaded, or it is TypeScript that nothing here
 *   can load
 */
export async function importPlugin(file: string): Promise<PluginModule> {
  const path = resolve(file);
  if (!existsSync(path)) {
    throw new ExperimentError('invalid-plugin', `There is no file \`${file}\`. Pass the path of a plugin.`, {
      file,
    });
  }
  const url = pathToFileURL(path).href;
  const importer = typeScript.includes(extname(path)) ? await typeScriptImporter(path) : undefined;
  if (importer === 'none') {
    throw new ExperimentError(
      'invalid-plugin',
      `Node.js ${process.versions.node} does not load TypeScript, so \`${file}\` cannot be loaded. Use Node.js 22.18 or later, ` +
        'install tsx beside the plugin (`npm install tsx`), or compile the file to JavaScript.',
      { file },
    );
  }
  try {
    const module = (await (importer ? importer(url) : import(url))) as PluginModule;
    const { default: exported } = module;
    return isPluginModule(exported) ? exported : module;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `The plugin \`${file}\` cannot be loaded: ${reason}`;
    throw new ExperimentError('invalid-plugin', message, { file, cause });
  }
}

interface PluginModule {
  readonly default?: unknown;
}

/** What a module has as its default if a loader translated it to CommonJS. */
function isPluginModule(value: unknown): value is PluginModule {
  return typeof value === 'object' && value !== null && '__esModule' in value && 'default' in value;
}

type Importer = (url: string) => Promise<unknown>;

/** How to import TypeScript: with Node.js (undefined), with tsx, or not at all. */
async function typeScriptImporter(path: string): Promise<Importer | 'none' | undefined> {
  const { features } = process as { readonly features?: { readonly typescript?: unknown } };
  if (typeof features?.typescript === 'string') return undefined;
  for (const place of [path, join(process.cwd(), 'package.json')]) {
    try {
      const tsx = dirname(createRequire(place).resolve('tsx/package.json'));
      const api = join(tsx, 'dist', 'esm', 'api', 'index.mjs'); // `tsx/esm/api`, as `import` resolves it
      const { tsImport } = (await import(pathToFileURL(api).href)) as {
        readonly tsImport: (url: string, parent: string) => Promise<unknown>;
      };
      return (url) => tsImport(url, import.meta.url);
    } catch {
      // tsx is not installed there
    }
  }
  return 'none';
}
