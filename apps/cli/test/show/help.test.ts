import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/program.js';
import { runSer, testIo } from '../runSer.js';

/** Sources of regular expressions for words that no text may have, each with what to write instead. */
const { plainWords } = (await import(new URL('../../../../words.js', import.meta.url).href)) as {
  plainWords: readonly (readonly [source: string, instead: string])[];
};

/** A command and its subcommands, each with the words that are typed after `ser`. */
function commandsOf(
  command: Command,
  words: readonly string[] = [],
): { readonly words: readonly string[]; readonly command: Command }[] {
  const below = command.commands.flatMap((known) => commandsOf(known, [...words, known.name()]));
  return [{ words, command }, ...below];
}

const commands = commandsOf(createProgram(testIo())).map(({ words, command }) => ({
  name: ['ser', ...words].join(' '),
  words,
  command,
}));

describe('the help of every command', () => {
  it('exists for the commands of the manual', () => {
    expect(commands.map(({ name }) => name)).toEqual([
      'ser',
      'ser demo',
      'ser train',
      'ser tune',
      'ser worker',
      'ser queue',
      'ser queue status',
      'ser queue cancel',
      'ser evaluate',
      'ser compare',
      'ser predict',
      'ser listen',
      'ser teach',
      'ser serve',
      'ser features',
      'ser export',
      'ser corpora',
      'ser corpora list',
      'ser corpora info',
      'ser corpora check',
      'ser corpora how-to-get',
      'ser recipes',
      'ser recipes list',
      'ser recipes show',
      'ser audio',
      'ser audio info',
      'ser audio convert',
      'ser engines',
      'ser completion',
    ]);
  });

  it.each(commands)('$name has an example', async ({ words }) => {
    const { code, stdout, stderr } = await runSer([...words, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Examples?:\n {2}\$ (ser|ffmpeg) /);
  });

  it.each(commands)('$name is in plain American English', async ({ words }) => {
    const help = (await runSer([...words, '--help'])).stdout.replace(/\s+/g, ' ');
    expect(plainWords.length).toBeGreaterThan(0);
    const found = plainWords.map(([source]) => new RegExp(source, 'i').exec(help)?.[0]);
    expect(found.filter((word) => word !== undefined)).toEqual([]);
  });

  it.each(commands)('$name gives the default of every optional value', ({ command }) => {
    const valued = command.options.filter(({ required, mandatory }) => required && !mandatory);
    const silent = valued.filter(
      ({ description, defaultValue }) => defaultValue === undefined && !/\bdefault\b/.test(description),
    );
    expect(silent.map(({ long }) => long)).toEqual([]);
  });
});

describe('ser --help', () => {
  it('lists every command and shows how to begin', async () => {
    const { stdout } = await runSer(['--help']);
    for (const { words } of commands.filter((known) => known.words.length === 1))
      expect(stdout).toContain(`\n  ${words[0]!} `);
    expect(stdout).toContain('$ ser demo');
  });

  it('is written to standard error, with exit code 2, when a command is missing', async () => {
    for (const argv of [[], ['corpora']]) {
      const { code, stdout, stderr } = await runSer(argv);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('Usage: ser');
    }
  });
});

describe('ser --version', () => {
  it('prints the version', async () => {
    const { code, stdout } = await runSer(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
