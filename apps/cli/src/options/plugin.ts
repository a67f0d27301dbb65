import { Option } from 'commander';

/** `--plugin FILE`, several times for several files; loaded before the command begins. */
export function pluginOption(): Option {
  return new Option(
    '--plugin <file>',
    'a JavaScript or TypeScript file that adds features, networks, or corpora of your own; repeat it for several (default: none)',
  ).argParser((file: string, before: readonly string[] = []): readonly string[] => [...before, file]);
}
