import { registerCorpus } from '@ser/datasets';
import { registerFeature } from '@ser/dsp';
import { registerNetwork } from '@ser/models';
import { ExperimentError } from '../errors.js';
import { importPlugin } from './importPlugin.js';
import { pluginFiles } from './loadedPlugins.js';

/** What a plugin gets: the functions that add its parts. */
export interface PluginTools {
  readonly registerFeature: typeof registerFeature;
  readonly registerNetwork: typeof registerNetwork;
  readonly registerCorpus: typeof registerCorpus;
}

/** What a plugin exports as `default`: a function that adds its parts. It needs no imports. */
export type Plugin = (tools: PluginTools) => void | Promise<void>;

/**
 * Loads files that add features, networks, or corpora of your own: JavaScript, or TypeScript (Node.js 22.18 or later, or with
 * the package `tsx` installed). Worker threads, and the processes of a search, load the same files.
 *
 * A plugin exports a function as `default`, which gets `registerFeature`, `registerNetwork`, and `registerCorpus`; or it
 * imports them from the packages, and calls them while it is loaded.
 *
 * @param files paths, from the folder of the process
 * @throws {SerError} `invalid-plugin`, with the reason
 *
 * @example
 * await loadPlugins(['./mine.ts']);
 * await run(parseRecipe(recipe), { data, out, engine, workers: 4 });
 */
export async function loadPlugins(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const loading = pluginFiles.get(file) ?? load(file);
    pluginFiles.set(file, loading);
    try {
      await loading;
    } catch (error) {
      pluginFiles.delete(file);
      throw error;
    }
  }
}

async function load(file: string): Promise<void> {
  const { default: plugin } = await importPlugin(file);
  if (plugin === undefined) return;
  if (typeof plugin !== 'function') {
    throw new ExperimentError(
      'invalid-plugin',
      `The plugin \`${file}\` must export a function as \`default\`, which gets \`registerFeature\`, \`registerNetwork\`, and ` +
        `\`registerCorpus\`; got ${typeof plugin}.`,
      { file },
    );
  }
  try {
    await (plugin as Plugin)({ registerFeature, registerNetwork, registerCorpus });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ExperimentError('invalid-plugin', `The plugin \`${file}\` failed: ${reason}`, { file, cause });
  }
}
