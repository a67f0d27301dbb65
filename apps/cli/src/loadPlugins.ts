import type { Command } from 'commander';
import type { CommandIo } from './commandIo.js';
import { fromCwd } from './fromCwd.js';

/** Loads the files of `--plugin` before the action of a command. */
export function addPluginHook(program: Command, io: CommandIo): void {
  program.hook('preAction', async (_, command) => {
    const { plugin } = command.opts<{ readonly plugin?: readonly string[] }>();
    if (plugin === undefined) return;
    const { loadPlugins } = await import('@ser/experiments');
    await loadPlugins(plugin.map((file) => fromCwd(io, file)));
  });
}
