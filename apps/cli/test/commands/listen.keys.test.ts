import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Programs } from '../../src/programs.js';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { s16le, syllables } from '../syllables.js';
import { writeTinyModel } from '../tinyModel.js';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder('listen-keys');
  await writeTinyModel(folder);
});

/** A keyboard in raw mode. */
function keyboard() {
  const stdin = new Readable({ read() {} });
  const rawModes: boolean[] = [];
  const setRawMode = (isRaw: boolean) => void rawModes.push(isRaw);
  return { stdin: Object.assign(stdin, { isTTY: true, setRawMode }), rawModes };
}

/** A microphone that waits after each second until the listener lets it go on. */
function slowMicrophone(seconds: number) {
  const sound = s16le(syllables(300, seconds, 48_000).samples);
  const waiting: (() => void)[] = [];
  async function* bytes() {
    for (let start = 0; start < sound.length; start += 9600) {
      if (start > 0 && start % 96_000 === 0) await new Promise<void>((go) => waiting.push(go));
      yield sound.subarray(start, start + 9600);
    }
  }
  const programs: Programs = {
    find: (name) => Promise.resolve(name === 'arecord' ? '/bin/arecord' : undefined),
    start: () => ({
      stdout: bytes(),
      ended: Promise.resolve({ errorOutput: '', code: 0 }),
      stop: () => waiting.splice(0).forEach((go) => go()),
    }),
  };
  return { programs, goOn: () => waiting.shift()?.() };
}

/** Listens on a terminal, and presses a key after each answer. */
async function listenAndPress(keys: readonly string[], argv: readonly string[] = []) {
  const { stdin, rawModes } = keyboard();
  const { programs, goOn } = slowMicrophone(4);
  const pressed = [...keys];
  let text = '';
  const write = (chunk: Buffer, _encoding: string, done: () => void) => {
    text += chunk.toString();
    if (/\d s {2}/.test(chunk.toString())) stdin.push(pressed.shift() ?? '\x03');
    setTimeout(goOn, 10);
    done();
  };
  const stdout = Object.assign(new Writable({ write }), { isTTY: true });
  const command = [
    'listen',
    '--model',
    'model',
    '--engine',
    'tfjs-cpu',
    '--window',
    '1',
    '--hop',
    '1',
    ...argv,
  ];
  const go = setInterval(goOn, 20);
  const outcome = await runSer(command, { cwd: folder, stdin, stdout, programs });
  clearInterval(go);
  return { ...outcome, text, rawModes };
}

describe('ser listen on a terminal', () => {
  it('shows the key of each label, and restores the terminal on Ctrl-C', async () => {
    const { code, text, rawModes, stderr } = await listenAndPress([]);
    for (const key of ['[n]  neutral', '[h]  happy', '[s]  sad', '[a]  angry']) expect(text).toContain(key);
    expect(rawModes).toEqual([true, false]);
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped listening.');
  });

  it('teaches the correction of the last answer, and saves it', async () => {
    const { text, stderr } = await listenAndPress(['s', 'x'], ['--save', 'mine']);
    expect(text).toContain('taught: sad');
    expect(stderr).toContain('saved: 1 correction in ');
    const { taught } = JSON.parse(await readFile(join(folder, 'mine', 'recognizer.json'), 'utf8'));
    expect(taught.clips).toEqual([{ id: 'correction-0.00', label: 'sad' }]);
  });
});

describe('ser listen --save', () => {
  it('needs the keys of a terminal', async () => {
    const { code, stderr } = await runSer(['listen', '--stdin', '--save', 'x'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('`--save` needs the keys of a terminal; got `--stdin` or `--json`.');
  });

  it('does not replace another model', async () => {
    const { stderr } = await runSer(['listen', '--save', 'model'], { cwd: folder });
    expect(stderr).toContain('`--save` must be a folder without a model; got `model`.');
  });
});
