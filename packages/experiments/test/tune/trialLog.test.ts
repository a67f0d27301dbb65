import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { appendTrial, readTrialLog } from '../../src/tune/trialLog.js';
import { freshFolder } from '../tinyExperiment.js';

const trials = [
  { trial: 1, values: { '/training/epochs': 2 } },
  { trial: 2, values: { '/training/epochs': 3 } },
];
const outcomes = trials.map(({ trial }) => ({
  trial,
  epochs: 2,
  scores: { accuracy: 0.1 + 0.2, uar: 1 / 3, macroF1: 0.25, macroPrecision: 0.5, macroRecall: 1 / 3 },
  seconds: 1.5,
}));

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await freshFolder();
  file = join(folder, 'trials.jsonl');
  for (const [i, trial] of trials.entries()) await appendTrial(folder, trial, outcomes[i]!);
});

describe('the log of a search', () => {
  it('gives what was appended', async () => {
    const records = await readTrialLog(folder, trials);
    expect(records).toEqual(outcomes.map((outcome, i) => ({ ...outcome, values: trials[i]!.values })));
    expect(await readTrialLog(folder, trials.slice(0, 1))).toHaveLength(1);
  });

  it('loses an incomplete last line, which a killed process leaves', async () => {
    const complete = await readFile(file, 'utf8');
    await appendFile(file, '{"trial":3,"epo');
    expect(await readTrialLog(folder, trials)).toHaveLength(2);
    expect(await readFile(file, 'utf8')).toBe(complete);
  });

  it.each([
    ['another score', (text: string) => text.replace('0.25', '0.26')],
    ['zeros', (text: string) => text.replace(/^.*/, (line) => '\0'.repeat(line.length))],
    ['no checksum', (text: string) => text.replace(/,"sha256":"\w+"/, '')],
  ])('is rejected with %s in a line, which can be deleted', async (_, damage) => {
    await writeFile(file, damage(await readFile(file, 'utf8')));
    await expect(readTrialLog(folder, trials)).rejects.toMatchObject({
      code: 'damaged-checkpoint',
      file,
      message: expect.stringContaining('Line 1 is damaged. Delete that line to repeat only its training.'),
    });
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^.*\n/, ''));
    expect((await readTrialLog(folder, trials)).map(({ trial }) => trial)).toEqual([2]);
  });

  it('is rejected if a trial has other values', async () => {
    const other = [trials[0]!, { trial: 2, values: { '/training/epochs': 4 } }];
    await expect(readTrialLog(folder, other)).rejects.toMatchObject({ code: 'different-search' });
  });
});
