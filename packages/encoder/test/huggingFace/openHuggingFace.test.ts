import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEncoder, type EncoderOptions, type SpeechEncoder } from '../../src/index.js';
import { type FileServer, send, startFileServer } from '../files/fileServer.js';
import { type FixtureName, fixtureFolder } from '../fixtureFolder.js';
import { madeUpSound, scaled } from '../madeUpSounds.js';

const golden = JSON.parse(readFileSync(new URL('../goldens/hiddenStates.json', import.meta.url), 'utf8')) as {
  cases: { model: string; layers: Record<string, number[]> }[];
};
const opened: SpeechEncoder[] = [];
const clip = madeUpSound('voice', 8000);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ser-encoder-'));
});
afterEach(async () => {
  for (const encoder of opened.splice(0)) await encoder.close();
  await rm(folder, { recursive: true });
});

async function open(model: string, options: EncoderOptions = {}): Promise<SpeechEncoder> {
  const encoder = await createEncoder({ layers: [2], ...options, model });
  opened.push(encoder);
  return encoder;
}

/** A copy of an encoder, with changed fields of a JSON file. */
async function changed(
  name: FixtureName,
  file: 'config' | 'preprocessor_config',
  fields: object,
): Promise<string> {
  await cp(fixtureFolder(name), folder, { recursive: true });
  const path = join(folder, `${file}.json`);
  const json = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...json, ...fields }));
  return folder;
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    ({ code, message }: { code: string; message: string }) => ({ code, message }),
  );

describe('an encoder from a folder', () => {
  it.each([
    ['wav2vec2', 2],
    ['hubert', 0],
    ['wavlm', 1],
    ['whisper', 2],
  ] as const)('describes a clip by mean and deviation over active frames: %s', async (model, layer) => {
    const encoder = await open(fixtureFolder(model), { layers: [layer] });
    const { data, names, nFrames } = await encoder.embed(clip);
    expect([nFrames, data.length, names[17]]).toEqual([1, 32, `encoder.layer${layer}.std.1`]);
    const states = golden.cases.find((example) => example.model === model)!.layers[layer]!;
    const channel = states.filter((_, i) => i % 16 === 3);
    const mean = channel.reduce((sum, value) => sum + value, 0) / channel.length;
    const variance = channel.reduce((sum, value) => sum + (value - mean) ** 2, 0) / channel.length;
    expect(data[3]).toBeCloseTo(mean, 4); // all frames of this clip are active
    expect(data[19]).toBeCloseTo(Math.sqrt(variance), 4);
  });

  it('gives the same answer at any gain and with pauses around the voice', async () => {
    const encoder = await open(fixtureFolder('wavlm'), { layers: [1, 2] });
    const { data } = await encoder.embed(clip);
    const quiet = await encoder.embed(scaled(clip, 0.01));
    quiet.data.forEach((value, i) => expect(value).toBeCloseTo(data[i]!, 3));
  });

  it.each([
    ['wavlm', 31 * 16000],
    ['whisper', 5 * 16000],
  ] as const)('pools long clips in overlapping windows: %s', async (model, nSamples) => {
    const encoder = await open(fixtureFolder(model));
    const { data } = await encoder.embed(madeUpSound('chirp', nSamples));
    expect(data.every(Number.isFinite)).toBe(true);
    expect(Math.min(...data.subarray(16))).toBeGreaterThan(0);
  });

  it('is identified by the SHA-256 of what `sha256sum` prints', async () => {
    const { sha256, width } = await open(fixtureFolder('wavlm'));
    const lines = ['config.json', 'onnx/model.onnx', 'preprocessor_config.json'].map((path) => {
      const bytes = readFileSync(join(fixtureFolder('wavlm'), path));
      return `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`;
    });
    expect(sha256).toBe(createHash('sha256').update(lines.join('')).digest('hex'));
    expect(width).toBe(16);
    expect((await open(fixtureFolder('wavlm'), { sha256 })).sha256).toBe(sha256);
    expect(await codeOf(open(fixtureFolder('hubert'), { sha256 }))).toMatchObject({
      code: 'checksum-mismatch',
      message: expect.stringContaining(`must have the SHA-256 ${sha256}; got `) as string,
    });
  });

  it('names the layers that can be chosen', async () => {
    expect(await codeOf(open(fixtureFolder('wavlm'), { layers: [1, 3] }))).toEqual({
      code: 'layer-unavailable',
      message: '`layers` must be of 0, 1, 2; got 3. Choose of these.',
    });
    expect(await codeOf(open(fixtureFolder('whisper'), { layers: [1] }))).toEqual({
      code: 'layer-unavailable',
      message:
        '`layers` must be of 2; got 1. The graph outputs only its last hidden state. Export it with all hidden states to ' +
        'choose others.',
    });
  });

  it('requires layers', async () => {
    await expect(createEncoder({ model: fixtureFolder('wavlm') })).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining('`layers` must be a list of at least one layer') as string,
    });
  });

  it('rejects clips that are too short for a position, and clips after it was closed', async () => {
    const encoder = await open(fixtureFolder('wavlm'));
    await expect(encoder.embed(madeUpSound('voice', 399))).rejects.toMatchObject({
      code: 'clip-too-short',
      message: 'The clip must have at least 400 samples (25 ms); got 399. Leave it out.',
    });
    expect((await encoder.embed(madeUpSound('voice', 400))).data).toHaveLength(32);
    await encoder.close();
    await encoder.close();
    await expect(encoder.embed(clip)).rejects.toMatchObject({ code: 'encoder-closed' });
  });

  it('shares one session per file', async () => {
    const [one, two] = await Promise.all([
      open(fixtureFolder('wavlm')),
      open(fixtureFolder('wavlm'), { layers: [1] }),
    ]);
    await one.close();
    expect((await two.embed(clip)).data).toHaveLength(32);
  });

  it('says which file is missing', async () => {
    expect(await codeOf(open(folder))).toMatchObject({
      code: 'encoder-not-found',
      message: expect.stringContaining('must have `config.json`, but there is no such file.') as string,
    });
    expect(await codeOf(open(fixtureFolder('wavlm'), { file: 'onnx/model_quantized.onnx' }))).toMatchObject({
      code: 'encoder-not-found',
      message: expect.stringContaining('`onnx/model_quantized.onnx`') as string,
    });
  });
});

describe('a folder that is no supported encoder', () => {
  it.each([
    [
      'config',
      { model_type: 'bert' },
      'unsupported-encoder',
      'one of wav2vec2, hubert, wavlm, whisper; got "bert"',
    ],
    ['config', { hidden_size: '16' }, 'invalid-encoder', '`hidden_size` must be an integer from 1 to 16384'],
    ['config', { conv_stride: [5, 2] }, 'invalid-encoder', '`conv_stride` must be as long as `conv_kernel`'],
    ['config', { add_adapter: true }, 'unsupported-encoder', '`add_adapter` must be false'],
    [
      'preprocessor_config',
      { sampling_rate: 8000 },
      'invalid-encoder',
      '`sampling_rate` must be one of 16000',
    ],
    ['preprocessor_config', { do_normalize: 1 }, 'invalid-encoder', '`do_normalize` must be one of true'],
  ] as const)('%s with %j', async (file, fields, code, message) => {
    const error = await codeOf(open(await changed('wavlm', file, fields)));
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
  });

  it('another number of bands than Whisper was trained with', async () => {
    const model = await changed('whisper', 'preprocessor_config', { feature_size: 128 });
    expect(await codeOf(open(model))).toMatchObject({ code: 'invalid-encoder' });
  });

  it.each([
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\n', 'run `git lfs pull`'],
    ['damaged', 'x'.repeat(100), 'Download it again, or choose another `file`.'],
  ])('a graph that is %s', async (_, text, message) => {
    const model = await changed('wavlm', 'config', {});
    await writeFile(join(model, 'onnx', 'model.onnx'), text);
    const error = await codeOf(open(model));
    expect(error).toMatchObject({
      code: 'invalid-encoder',
      message: expect.stringContaining(message) as string,
    });
  });

  it('a graph with another input or width than its configuration says', async () => {
    const model = await changed('wavlm', 'config', { hidden_size: 8 });
    const encoder = await open(model);
    expect(await codeOf(encoder.embed(clip))).toMatchObject({
      code: 'unsupported-encoder',
      message: expect.stringContaining('[1, 24, 8]') as string,
    });
    await cp(join(fixtureFolder('whisper'), 'onnx', 'encoder_model.onnx'), join(model, 'onnx', 'model.onnx'));
    expect(await codeOf(open(model))).toMatchObject({
      code: 'unsupported-encoder',
      message: expect.stringContaining('must have the input `input_values`') as string,
    });
  });
});

describe('an encoder from a URL', () => {
  let server: FileServer;

  beforeEach(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const path of ['config.json', 'preprocessor_config.json', 'onnx/encoder_model.onnx']) {
      files[`whisper/${path}`] = readFileSync(join(fixtureFolder('whisper'), path));
    }
    server = await startFileServer(files);
  });
  afterEach(() => server.close());

  const openUrl = (options: EncoderOptions = {}) =>
    open(`${server.url}/whisper`, { cacheFolder: folder, retryDelay: 0, ...options });

  it('is downloaded once and equals the one on disk', async () => {
    const { sha256 } = await openUrl();
    const again = await openUrl({ offline: true });
    const local = await open(fixtureFolder('whisper'));
    expect([sha256, again.sha256]).toEqual([local.sha256, local.sha256]);
    expect((await again.embed(clip)).data).toEqual((await local.embed(clip)).data);
    expect(server.requests).toEqual([
      'whisper/config.json',
      'whisper/preprocessor_config.json',
      'whisper/onnx/encoder_model.onnx',
    ]);
  });

  it.each([
    ['config.json', '{"model_type"'],
    ['config.json', '[]'],
    ['onnx/encoder_model.onnx', '<html>A page without its type'],
  ])('keeps nothing if the server sends false data for %s', async (path, data) => {
    server.misbehave(`whisper/${path}`, send(data));
    expect(await codeOf(openUrl())).toMatchObject({ code: 'invalid-encoder' });
    expect(await readdir(folder)).toEqual([]);
    expect((await openUrl()).width).toBe(16);
  });

  it('keeps the files if only the layers are wrong', async () => {
    expect(await codeOf(openUrl({ layers: [1] }))).toMatchObject({ code: 'layer-unavailable' });
    expect((await openUrl({ offline: true })).layers).toEqual([2]);
  });

  it('says that the server has no encoder', async () => {
    expect(await codeOf(open(`${server.url}/other`, { cacheFolder: false }))).toMatchObject({
      code: 'encoder-not-found',
      message: expect.stringContaining('must have `config.json`, but the server has no such file.') as string,
    });
  });
});
