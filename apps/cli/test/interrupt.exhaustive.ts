import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { serProcess } from './killedSer.js';
import { makeTinyCorpus } from './tinyCorpus.js';

let folder: string;

beforeAll(async () => {
  folder = await makeTinyCorpus('interrupts');
});

/** Sends SIGINT `times` times, the first when the run has begun, and waits for the end. */
async function interrupt(out: string, times: number) {
  const recipe = ['--recipe', 'synthetic-voices', '--epochs', '500'];
  const child = spawn(...serProcess(['train', ...recipe, '--data', 'voices', '--out', out]), {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  while (!existsSync(join(folder, out, 'recipe.json'))) await setTimeout(5);
  for (let i = 0; i < times; i++) child.kill('SIGINT');
  return { ...(await ended), text };
}

describe('Ctrl-C', () => {
  it('once ends the command in order, with what was saved', async () => {
    const { code, text } = await interrupt('once', 1);
    expect(code).toBe(130);
    expect(text).toMatch(/Interrupted\. `once` contains .* run the same command with `--resume`\.\n$/);
    expect(existsSync(join(folder, 'once/.ser.lock'))).toBe(false);
  });

  it('twice ends the process, whatever it does', async () => {
    const { code, signal } = await interrupt('twice', 2);
    expect(signal === 'SIGINT' || code === 130).toBe(true);
  });
});
