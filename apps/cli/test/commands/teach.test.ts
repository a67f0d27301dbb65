import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/commandIo.js';
import type { Programs } from '../../src/programs.js';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { s16le, syllables } from '../syllables.js';
import { writeTinyModel } from '../tinyModel.js';

let folder: string;
const at = (...path: readonly string[]) => join(folder, ...path);

/** Four clips of a low voice and four of a high one; one clip is silent. */
beforeAll(async () => {
  folder = await makeFolder('teach');
  await writeTinyModel(folder);
  for (const label of ['bored', 'angry']) await mkdir(at('clips', label), { recursive: true });
  for (let i = 0; i < 4; i++) {
    await writeWav(at('clips', 'bored', `${i}.wav`), low(i));
    await writeWav(at('clips', 'angry', `${i}.wav`), high(i));
  }
  await writeWav(at('clips', 'angry', 'silent.wav'), {
    samples: new Float32Array(16_000),
    sampleRate: 16_000,
  });
  await writeWav(at('other.wav'), low(5));
});

const low = (i: number, sampleRate?: number) => syllables(300 + 10 * i, 1 + 0.1 * i, sampleRate);
const high = (i: number, sampleRate?: number) => syllables(1500 + 40 * i, 1 + 0.1 * i, sampleRate);

const ser = (argv: readonly string[], io: Partial<CommandIo> = {}) => runSer(argv, { cwd: folder, ...io });
const engine = ['--engine', 'tfjs-cpu'];
const teach = (argv: readonly string[], io?: Partial<CommandIo>) =>
  ser(['teach', '--model', 'model', ...engine, ...argv], io);

describe('ser teach --data', () => {
  it('teaches folders of labels, also new ones, and writes a model', async () => {
    const { code, stdout, stderr } = await teach(['--data', 'clips', '--out', 'me']);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'rejected: angry/silent.wav: A clip to teach must contain speech; this one has none',
    );
    expect(stdout).toContain('taught: 8 clips (4 angry, 4 bored); 1 rejected\n');
    expect(stdout).toMatch(
      /clips per label +UAR +95% of the draws\n +0 +\d+\.\d%\n +1 +\d+\.\d% +\d+\.\d% to /,
    );
    expect(stdout).toMatch(
      /Estimate for other clips of this voice: UAR 100\.0% \(95% interval [\d.]+% to 100\.0%\), from 8 clips/,
    );
    expect(stdout).toContain('ser predict PATH/TO/YOUR.wav --model me\n');
    const [answer] = JSON.parse(
      (await ser(['predict', 'other.wav', '--model', 'me', ...engine, '--json'])).stdout,
    ) as { label: string }[];
    expect(answer!.label).toBe('bored');
  });

  it('answers with one JSON document', async () => {
    const { stdout } = await teach(['--data', 'clips', '--out', 'json', '--json']);
    const result = JSON.parse(stdout) as { learningCurve: { clipsPerLabel: number }[] };
    expect(result).toMatchObject({
      ...{ out: 'json', model: 'model', clips: { angry: 4, bored: 4 } },
      ...{ estimate: { uar: 1, nClips: 8 }, doubtful: [], speakers: [], otherVoice: false },
      rejected: [{ file: 'angry/silent.wav', error: { code: 'no-speech' } }],
    });
    const numbers = result.learningCurve.map(({ clipsPerLabel }) => clipsPerLabel);
    expect(numbers).toEqual([0, 1, 2, 3]);
  });

  it('chooses only among the taught labels with --only-taught', async () => {
    await teach(['--data', 'clips', '--out', 'only', '--only-taught']);
    const { stdout } = await ser(['predict', 'other.wav', '--model', 'only', ...engine, '--json']);
    const [answer] = JSON.parse(stdout) as { probabilities: object }[];
    expect(Object.keys(answer!.probabilities)).toEqual(['angry', 'bored']);
  });

  it('teaches a taught model more clips, and refuses to replace another model', async () => {
    await teach(['--data', 'clips', '--out', 'more', '--labels', 'bored']);
    const again = await teach(['--data', 'clips', '--out', 'more']);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(
      '`--out` must be a folder without a model; got `more`. To add to the model that is there, use `--model more`',
    );
    const argv = [
      'teach',
      '--model',
      'more',
      '--out',
      'more',
      ...engine,
      '--data',
      'clips',
      '--labels',
      'angry',
    ];
    const { clips } = JSON.parse((await ser([...argv, '--json'])).stdout);
    expect(clips).toEqual({ angry: 4, bored: 4 });
  });

  it('warns about several speakers, and says which labels have too few clips', async () => {
    const rows = ['clips/bored/0.wav,bored,anna', 'clips/angry/1.wav,angry,ben'];
    await writeFile(at('two.csv'), ['path,label,speaker', ...rows].join('\n'));
    const { stdout } = await teach(['--data', 'two.csv', '--out', 'two']);
    expect(stdout).toContain(
      'warning: The clips are of 2 speakers (anna, ben). A taught model is for one voice',
    );
    expect(stdout).toContain('at least three clips of each label; these have fewer: angry, bored.');
  });

  it('warns about a clip whose label the others contradict', async () => {
    const rows = [0, 1, 2, 3].flatMap((i) => [`clips/bored/${i}.wav,bored`, `clips/angry/${i}.wav,angry`]);
    await writeWav(at('clips', 'mistaken.wav'), low(2.5));
    await writeFile(at('wrong.csv'), ['path,label', ...rows, 'clips/mistaken.wav,angry'].join('\n'));
    const { stdout } = await teach(['--data', 'wrong.csv', '--out', 'wrong']);
    expect(stdout).toMatch(
      /warning: \S*mistaken\S* has the label angry, but by the other clips it is bored \(\d+\.\d%\)/,
    );
  });

  it('writes no model if no clip can be taught', async () => {
    await writeFile(at('silent.csv'), 'path,label\nclips/angry/silent.wav,angry');
    const { code, stdout } = await teach(['--data', 'silent.csv', '--out', 'none', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'nothing-taught',
      message: expect.stringContaining(
        'No clip was taught, so no model is written. Rejected: 1, the first because: ',
      ),
    });
  });

  it.each([
    [[], 'Clips to teach are required: `--data PATH`, or `--live`'],
    [['--data', 'clips', '--live'], 'Only one of `--data` and `--live` may be given'],
    [['--data', 'clips', '--seconds', '3'], '`--seconds` needs `--live`. Add `--live`.'],
  ])('rejects %j', async (argv, message) => {
    const { code, stderr } = await teach([...argv, '--out', 'x']);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

/** A microphone that delivers the next clip each time it is started. */
function microphoneWith(clips: readonly { readonly samples: Float32Array }[]): Programs {
  let next = 0;
  return {
    find: (name) => Promise.resolve(name === 'arecord' ? '/bin/arecord' : undefined),
    start() {
      const sound = s16le(clips[next++]!.samples);
      return {
        stdout: Readable.from([sound.subarray(0, 10_000), sound.subarray(10_000)]),
        ended: Promise.resolve({ errorOutput: '', code: 0 }),
        stop: () => undefined,
      };
    },
  };
}

const typed = (...lines: readonly string[]) => Readable.from(lines.map((line) => `${line}\n`));

describe('ser teach --live', () => {
  const argv = ['--live', '--seconds', '1'];

  it('asks for an emotion, records, shows what it recognized, and saves', async () => {
    const clips = [0, 1, 2].flatMap((i) => [low(i, 48_000), high(i, 48_000)]);
    const stdin = typed('bored', 'a', 'bored', 'a', 'bored', 'angry', '');
    const { code, stdout } = await teach([...argv, '--out', 'live'], {
      stdin,
      programs: microphoneWith(clips),
    });
    expect(code).toBe(0);
    expect(stdout).toContain(
      'Emotion (n neutral, h happy, s sad, a angry, or a new word; undo; Enter to stop): Speak now, for 1 s.\n',
    );
    expect(stdout).toMatch(/Recognized as \w+ \(\d+\.\d%\), taught as bored\.\nTaught so far: 1 bored\.\n/);
    expect(stdout).toContain('taught: 6 clips (3 bored, 3 angry)\n');
    expect(JSON.parse(await readFile(at('live', 'recognizer.json'), 'utf8')).taught.clips).toHaveLength(6);
  });

  it('does not teach silence, and removes the last recording on undo', async () => {
    const silence = { samples: new Float32Array(48_000) };
    const { stdout } = await teach([...argv, '--out', 'undo', '--json'], {
      stdin: typed('sad', 'happy', 'sad', 'undo'),
      programs: microphoneWith([silence, low(1, 48_000), high(1, 48_000)]),
    });
    expect(JSON.parse(stdout).clips).toEqual({ happy: 1 });
  });

  it('asks again about a new label that looks like a known one', async () => {
    const { stderr } = await teach([...argv, '--out', 'typo', '--json'], {
      stdin: typed('hapy', 'hapy'),
      programs: microphoneWith([low(1, 48_000)]),
    });
    expect(stderr).toContain('`hapy` is new. Did you mean `happy`? Type `hapy` again to add it as a label.');
    expect(stderr).toContain('Taught so far: 1 hapy.');
  });

  it('keeps what was taught on Ctrl-C', async () => {
    const controller = new AbortController();
    const stdin = new Readable({ read() {} });
    stdin.push('sad\n');
    const save = microphoneWith([low(1, 48_000)]);
    const stop = setInterval(() => {
      void readFile(at('stopped', 'recognizer.json')).then(
        () => controller.abort(),
        () => undefined,
      );
    }, 20);
    const { code, stderr } = await teach([...argv, '--out', 'stopped'], {
      ...{ stdin, programs: save, signal: controller.signal },
    });
    clearInterval(stop);
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped; saved with 1 recording.');
  });
});
