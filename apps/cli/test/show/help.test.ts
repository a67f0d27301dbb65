import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/program.js';
import { runSer, testIo } from '../runSer.js';

const commands = [
  'demo',
  'train',
  'tune',
  'evaluate',
  'compare',
  'predict',
  'listen',
  'features',
  'corpora',
  'corpora list',
  'corpora info',
  'corpora check',
  'corpora get',
  'recipes',
  'recipes list',
  'recipes show',
  'audio',
  'audio info',
  'audio convert',
  'engines',
];

describe('ser --help', () => {
  it('names every command and shows how to begin', async () => {
    const { code, stdout, stderr } = await runSer(['--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const command of commands.filter((name) => !name.includes(' ')))
      expect(stdout).toContain(`  ${command} `);
    expect(stdout).toContain('$ ser demo');
  });

  it.each(commands)('%s --help has an example and ends with 0', async (command) => {
    const { code, stdout } = await runSer([...command.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples?:\n {2}\$ ser /);
  });

  it.each(commands)(
    '%s --help says of each option that takes a value what holds without it',
    async (command) => {
      const words = command.split(' ');
      const found = words.reduce<Command>(
        (parent, word) => parent.commands.find((known) => known.name() === word)!,
        createProgram(testIo()),
      );
      const valued = found.options.filter(({ required, mandatory }) => required && !mandatory);
      const silent = valued.filter(
        ({ description, defaultValue }) => defaultValue === undefined && !/\bdefault\b/.test(description),
      );
      expect(silent.map(({ long }) => long)).toEqual([]);
    },
  );

  it('without a command is wrong usage, with the help on standard error', async () => {
    for (const argv of [[], ['corpora']]) {
      const { code, stdout, stderr } = await runSer(argv);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('Usage: ser');
    }
  });

  it('--version prints the version', async () => {
    expect(await runSer(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
