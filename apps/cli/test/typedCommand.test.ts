import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { typedCommand } from '../src/typedCommand.js';
import { testIo } from './runSer.js';

async function typed(...argv: readonly string[]): Promise<string> {
  const program = new Command();
  let text = '';
  program
    .command('train')
    .option('--data <path...>')
    .option('--map <word=label...>')
    .option('--resume')
    .action(() => {
      text = typedCommand(testIo(), program);
    });
  await program.parseAsync(argv, { from: 'user' });
  return text;
}

describe('typedCommand', () => {
  it('repeats the options as typed, with quotes where a shell needs them', async () => {
    expect(await typed('train', '--data', 'my clips', '--map', 'wütend=angry')).toBe(
      "ser train --data 'my clips' --map wütend=angry",
    );
    expect(await typed('train', '--data', "it's")).toBe(String.raw`ser train --data 'it'\''s'`);
  });

  it('leaves out how the run folder was treated', async () => {
    expect(await typed('train', '--resume', '--data', 'a.csv')).toBe('ser train --data a.csv');
  });
});
