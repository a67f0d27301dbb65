import { describe, expect, it } from 'vitest';
import { runName } from '../../src/options/executor.js';
import { runSer } from '../runSer.js';

const train = ['train', '--recipe', 'functionals', '--data', 'ravdess=.', '--out', 'run'];

describe('--executor', () => {
  it.each([
    [['worker', '--executor', 'http://localhost'], 2, 'must be the address of a queue'],
    [['queue', 'status', '--executor', 'redis://127.0.0.1:1'], 1, 'must answer at redis://127.0.0.1:1'],
    [
      ['queue', 'status', '--executor', 'postgres://ser@127.0.0.1:1/ser'],
      1,
      'must answer at postgres://127.0.0.1:1',
    ],
    [['queue', 'cancel', '--executor', 'redis://127.0.0.1:1'], 2, '`<run>` is required'],
    [['worker'], 2, '`--executor <url>` is required'],
  ])('%j ends with %i', async (argv, code, message) => {
    const outcome = await runSer(argv);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(message);
  });

  it('is needed by the options that describe it', async () => {
    const { code, stderr } = await runSer([...train, '--store', 'store']);
    expect(code).toBe(2);
    expect(stderr).toContain('`--store` needs `--executor`');
  });

  it('names a run by its folder, the same every time', () => {
    const name = runName('runs/my run');
    expect(name).toMatch(/^my-run-[\da-f]{8}$/);
    expect(runName('./runs/my run')).toBe(name);
    expect(runName('runs/my other run')).not.toBe(name);
  });
});
