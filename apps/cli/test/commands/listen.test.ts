import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { writeWav } from '@ser/audio-io/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/commandIo.js';
import type { Programs } from '../../src/programs.js';
import { runSer } from '../runSer.js';
import { s16le, syllables } from '../syllables.js';
import { tinyLabels, writeTinyModel } from '../tinyModel.js';

let folder: string;
const clip = syllables(300, 5.3);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-listen-'));
  await writeTinyModel(folder);
  await writeWav(join(folder, 'clip.wav'), clip);
});

afterAll(() => rm(folder, { recursive: true }));

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
    .map((line) => JSON.parse(line));

/** A computer with these recorders, each of which writes these bytes, or complains. */
function computerWith(recorders: Readonly<Record<string, Buffer | string>>) {
  const started: string[] = [];
  const stopped: string[] = [];
  const programs: Programs = {
    find: async (name) => (name in recorders ? `/bin/${name}` : undefined),
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
  it.each([1, 1001, 65536])('in pieces of %i bytes answers as ser predict of the file does', async (size) => {
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
    const [file] = JSON.parse((await runSer(argv, { cwd: folder })).stdout);
    expect(live.length).toBeGreaterThan(5);
    expect(live).toEqual(file.segments);
  });

  it('takes floats, another rate and several channels', async () => {
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

  it('tells how far it is calibrated, and centres its answers on the speaker', async () => {
    const { stdout } = await listen(['--stdin', '--json', '--window', '1', '--hop', '0.5'], {
      stdin: stdinOf(s16le(clip.samples)),
    });
    const lines = linesOf(stdout);
    expect(lines[0]).toMatchObject({ clipsUsed: 0, calibrated: false });
    expect(lines[0].centered.label).toBe(lines[0].label);
    expect(lines[4]).toMatchObject({ clipsUsed: 2 });
    expect(lines[4].centered.probabilities).not.toEqual(lines[4].probabilities);
    expect(Object.keys(lines[4].centered.probabilities)).toEqual(tinyLabels);
  });

  it('shows people a line for each window, and says where nobody speaks', async () => {
    const sound = Buffer.concat([s16le(clip.samples.subarray(0, 32_000)), Buffer.alloc(32_000)]);
    const { stdout, stderr } = await listen(['--stdin', '--window', '1', '--hop', '1'], {
      stdin: stdinOf(sound),
    });
    expect(stderr).toContain('model: untrained, trained on Tones, CC0');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^0\.0–1\.0 s {2}\w+ \d+\.\d % {2}calibrating \(0 clips heard\)$/),
      expect.stringMatching(/^1\.0–2\.0 s {2}\w+ \d+\.\d % {2}calibrating \(1 clip heard\)$/),
      '2.0–3.0 s  no speech (silence: was the microphone muted?)  calibrating (2 clips heard)',
      '',
    ]);
  });

  it('says so when nothing comes in', async () => {
    const { code, stdout, stderr } = await listen(['--stdin'], { stdin: Readable.from([]) });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('No sound came in');
  });

  it('draws a bar for each emotion over the last ones on a terminal, and leaves it as it was', async () => {
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
    for (const label of tinyLabels) expect(text).toMatch(new RegExp(`[▸ ] +${label} +\\d+\\.\\d % +`));
    expect(text.split('\x1b[5A\x1b[J')).toHaveLength(6);
  });

  it('ends with 130 at Ctrl-C, while it waits for sound', async () => {
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
    [['--format', 's16le'], '`--format` belongs to `--stdin`'],
    [['--sample-rate', '8000'], '`--sample-rate` belongs to `--stdin`'],
    [['--stdin', '--format', 's24le'], '`--format` must be s16le or f32le, got `s24le`'],
    [['--stdin', '--sample-rate', '0'], '`--sample-rate` must be a whole number >= 1, got `0`'],
    [['--stdin', '--window', '0.1'], '`--window` must be seconds >= 0.25, got `0.1`'],
    [['--stdin', '--hop', 'x'], '`--hop` must be seconds >= 0.01, got `x`'],
  ])('refuses %j', async (argv, message) => {
    const { code, stderr } = await listen(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('ser listen', () => {
  const sound = s16le(syllables(300, 4, 48_000).samples);

  it('records with the best program that is there, and ends it', async () => {
    const { programs, started, stopped } = computerWith({ sox: sound, arecord: sound });
    const { stderr } = await listen([], { programs });
    expect(started).toEqual(['arecord -q -t raw -f S16_LE -r 48000 -c 1']);
    expect(stderr).toContain('microphone: arecord\n');
    expect(stopped).toContain('arecord');
  });

  it('goes on to the next program when one hears nothing', async () => {
    const { programs, started } = computerWith({ arecord: 'audio open error: No such file', ffmpeg: sound });
    const { stderr, stdout } = await listen(['--json'], { programs });
    expect(started.map((line) => line.split(' ')[0])).toEqual(['arecord', 'ffmpeg']);
    expect(stderr).toContain('microphone: ffmpeg\n');
    expect(linesOf(stdout)[0]).toMatchObject({ start: 0, end: 3, speech: true });
  });

  it('says what is missing where no program records, and where none of them hears anything', async () => {
    const bare = await listen([]);
    expect(bare.code).toBe(1);
    expect(bare.stderr).toContain('error: No program that records was found: arecord, rec, sox or ffmpeg.');
    const deaf = await listen(['--json'], computerWith({ rec: 'x\nno default audio device' }));
    expect(deaf.code).toBe(1);
    expect(linesOf(deaf.stdout)).toEqual([
      {
        error: {
          code: 'microphone-failed',
          message: expect.stringContaining(
            'No sound comes from the microphone. rec: no default audio device.',
          ),
        },
      },
    ]);
  });

  it('says so when the microphone breaks off', async () => {
    const { code, stderr } = await listen([], computerWith({ arecord: sound }));
    expect(code).toBe(1);
    expect(stderr).toContain('error: The microphone broke off. arecord: ended with exit code 0.');
  });
});
