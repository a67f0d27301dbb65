import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { writeWav } from '@ser/audio-io/node';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/commandIo.js';
import type { Programs } from '../../src/programs.js';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { s16le, syllables } from '../syllables.js';
import { tinyLabels, writeTinyModel } from '../tinyModel.js';

let folder: string;
const clip = syllables(300, 5.3);

beforeAll(async () => {
  folder = await makeFolder('listen');
  await writeTinyModel(folder);
  await writeWav(join(folder, 'clip.wav'), clip);
});

const listen = (argv: readonly string[], io: Partial<CommandIo> = {}) =>
  runSer(['listen', '--model', 'model', '--engine', 'tfjs-cpu', ...argv], { cwd: folder, ...io });

function* cut(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const stdinOf = (bytes: Buffer, size = 1001) => Readable.from(cut(bytes, size));
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

interface Line {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly probabilities: object;
  readonly speech: boolean;
  readonly centered: { readonly label: string; readonly probabilities: object };
}

/** A computer with these recorders; each writes these bytes, or this error. */
function computerWith(recorders: Readonly<Record<string, Buffer | string>>) {
  const started: string[] = [];
  const stopped: string[] = [];
  const programs: Programs = {
    find: (name) => Promise.resolve(name in recorders ? `/bin/${name}` : undefined),
    start(path, args) {
      const name = path.slice('/bin/'.length);
      started.push([name, ...args].join(' '));
      const sound = recorders[name]!;
      const errorOutput = typeof sound === 'string' ? sound : '';
      return {
        stdout: Readable.from(typeof sound === 'string' ? [] : cut(sound, 999)),
        ended: Promise.resolve({ errorOutput, code: errorOutput === '' ? 0 : 1 }),
        stop: () => void stopped.push(name),
      };
    },
  };
  return { programs, started, stopped };
}

describe('ser listen --stdin', () => {
  it.each([1001, 65536])('answers like ser predict for the file, in chunks of %i bytes', async (size) => {
    const options = ['--window', '1', '--hop', '0.4'];
    const { code, stdout } = await listen(['--stdin', '--json', ...options], {
      stdin: stdinOf(s16le(clip.samples), size),
    });
    expect(code).toBe(0);
    const live = linesOf(stdout).map(({ start, end, label, probabilities, speech }) => ({
      start,
      end,
      label,
      probabilities,
      speech,
    }));
    const argv = ['predict', 'clip.wav', '--model', 'model', '--engine', 'tfjs-cpu', '--json', ...options];
    const [file] = JSON.parse((await runSer(argv, { cwd: folder })).stdout) as { segments: object[] }[];
    expect(live.length).toBeGreaterThan(5);
    expect(live).toEqual(file!.segments);
  });

  it('reads floats, another sample rate, and several channels', async () => {
    const { samples } = syllables(300, 4, 44_100);
    const stereo = new Float32Array(2 * samples.length);
    samples.forEach((sample, i) => stereo.fill(sample, 2 * i, 2 * i + 2));
    const sound = ['--stdin', '--format', 'f32le', '--sample-rate', '44100', '--channels', '2'];
    const { stdout } = await listen([...sound, '--json'], { stdin: stdinOf(Buffer.from(stereo.buffer)) });
    expect(linesOf(stdout).map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [1, 4],
    ]);
  });

  it('reports the calibration, and adapts its answers to the speaker', async () => {
    const { stdout } = await listen(['--stdin', '--json', '--window', '1', '--hop', '0.5'], {
      stdin: stdinOf(s16le(clip.samples)),
    });
    const lines = linesOf(stdout);
    expect(lines[0]).toMatchObject({ clipsUsed: 0, calibrated: false });
    expect(lines[0]!.centered.label).toBe(lines[0]!.label);
    expect(lines[4]).toMatchObject({ clipsUsed: 2 });
    expect(lines[4]!.centered.probabilities).not.toEqual(lines[4]!.probabilities);
    expect(Object.keys(lines[4]!.centered.probabilities)).toEqual(tinyLabels);
  });

  it('shows a line for each window, also for one without speech', async () => {
    const sound = Buffer.concat([s16le(clip.samples.subarray(0, 32_000)), Buffer.alloc(32_000)]);
    const { stdout, stderr } = await listen(['--stdin', '--window', '1', '--hop', '1'], {
      stdin: stdinOf(sound),
    });
    expect(stderr).toContain('model: untrained, trained on Tones, CC0');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^0\.0–1\.0 s {2}\w+ \d+\.\d% {2}calibrating \(0 clips so far\)$/),
      expect.stringMatching(/^1\.0–2\.0 s {2}\w+ \d+\.\d% {2}calibrating \(1 clip so far\)$/),
      '2.0–3.0 s  no speech (silence: was the microphone muted?)  calibrating (2 clips so far)',
      '',
    ]);
  });

  it('reports that no audio was received', async () => {
    const { code, stdout, stderr } = await listen(['--stdin'], { stdin: Readable.from([]) });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('No audio was received, so there is no answer.\n');
  });

  it('redraws a bar for each emotion on a terminal, and restores the cursor', async () => {
    let text = '';
    const terminal = new Writable({
      write(chunk: Buffer, _encoding, done) {
        text += chunk.toString();
        done();
      },
    });
    const stdout = Object.assign(terminal, { isTTY: true });
    await listen(['--stdin', '--window', '1', '--hop', '1'], { stdout, stdin: stdinOf(s16le(clip.samples)) });
    expect(text.startsWith('\x1b[?25l')).toBe(true);
    expect(text.endsWith('\x1b[?25h')).toBe(true);
    for (const label of tinyLabels) expect(text).toMatch(new RegExp(`[▸ ] +${label} +\\d+\\.\\d% +`));
    expect(text.split('\x1b[5A\x1b[J')).toHaveLength(6);
  });

  it('ends with exit code 130 on Ctrl-C while it waits for audio', async () => {
    const controller = new AbortController();
    const stdin = new Readable({ read() {} });
    stdin.push(s16le(clip.samples));
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        setTimeout(() => controller.abort(), 20);
        done();
      },
    });
    const { code, stderr } = await listen(['--stdin'], { stdin, stdout, signal: controller.signal });
    expect(code).toBe(130);
    expect(stderr).toMatch(/\nStopped listening\.\n$/);
    expect(stdin.destroyed).toBe(true);
  });

  it.each([
    [['--sample-rate', '8000'], '`--sample-rate` needs `--stdin`. Add `--stdin`.'],
    [['--stdin', '--format', 's24le'], '`--format` must be one of s16le, f32le; got `s24le`.'],
    [['--stdin', '--sample-rate', '0'], '`--sample-rate` must be an integer at least 1; got `0`.'],
    [['--stdin', '--window', '0.1'], '`--window` must be a number of seconds, at least 0.25; got `0.1`.'],
    [['--stdin', '--hop', 'x'], '`--hop` must be a number of seconds, at least 0.01; got `x`.'],
  ])('rejects %j', async (argv, message) => {
    const { code, stderr } = await listen(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('ser listen', () => {
  const sound = s16le(syllables(300, 4, 48_000).samples);

  it('records with the best installed program, and stops it', async () => {
    const { programs, started, stopped } = computerWith({ sox: sound, arecord: sound });
    const { stderr } = await listen([], { programs });
    expect(started).toEqual(['arecord -q -t raw -f S16_LE -r 48000 -c 1']);
    expect(stderr).toContain('microphone: arecord\n');
    expect(stopped).toContain('arecord');
  });

  it('uses the next program when one delivers no audio', async () => {
    const { programs, started } = computerWith({ arecord: 'audio open error: No such file', ffmpeg: sound });
    const { stderr, stdout } = await listen(['--json'], { programs });
    expect(started.map((line) => line.split(' ')[0])).toEqual(['arecord', 'ffmpeg']);
    expect(stderr).toContain('microphone: ffmpeg\n');
    expect(linesOf(stdout)[0]).toMatchObject({ start: 0, end: 3, speech: true });
  });

  it('reports that no program is installed, or that none delivers audio', async () => {
    const bare = await listen([]);
    expect(bare.code).toBe(1);
    expect(bare.stderr).toContain('error: No recording program was found: arecord, rec, sox, or ffmpeg.');
    const silent = await listen(['--json'], computerWith({ rec: 'x\nno default audio device' }));
    expect(silent.code).toBe(1);
    expect(linesOf(silent.stdout)).toEqual([
      {
        error: {
          code: 'microphone-failed',
          message: expect.stringContaining('The microphone delivers no audio. rec: no default audio device.'),
        },
      },
    ]);
  });

  it('reports that recording stopped', async () => {
    const { code, stderr } = await listen([], computerWith({ arecord: sound }));
    expect(code).toBe(1);
    expect(stderr).toContain('error: Recording stopped unexpectedly. arecord: ended with exit code 0.');
  });
});
