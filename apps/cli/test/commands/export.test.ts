import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../makeFolder.js';
import { runSer } from '../runSer.js';
import { syllables } from '../syllables.js';
import { tinyLabels, writeTinyModel } from '../tinyModel.js';

let folder: string;
const at = (path: string) => join(folder, path);

beforeAll(async () => {
  folder = await makeFolder('export');
  await writeTinyModel(folder);
  await mkdir(at('clips'));
  await writeWav(at('clips/a.wav'), syllables(300, 2));
  await writeWav(at('clips/b.wav'), syllables(600, 2));
});

const ser = (...argv: readonly string[]) => runSer(argv, { cwd: folder });

describe('ser export', () => {
  it('writes an ONNX file that gives the answers of ser predict for the features of ser features', async () => {
    const { code, stdout } = await ser('export', 'model', '--onnx', 'model.onnx');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^model\.onnx {2}\d+ bytes\n$/);
    await ser('features', 'clips', '--model', 'model', '--out', 'clips.npy');
    await ser('predict', 'clips', '--model', 'model', '--out', 'answers.json');
    const answers = JSON.parse(await readFile(at('answers.json'), 'utf8')) as {
      readonly probabilities: Readonly<Record<string, number>>;
    }[];

    const session = await InferenceSession.create(at('model.onnx'));
    const npy = await readFile(at('clips.npy'));
    const data = Float32Array.from({ length: 2 * 12 }, (_, i) =>
      npy.readFloatLE(npy.length - 4 * (2 * 12 - i)),
    );
    const { probabilities } = await session.run({ features: new Tensor('float32', data, [2, 12]) });
    const expected = answers.flatMap((answer) => tinyLabels.map((label) => answer.probabilities[label]!));
    expected.forEach((value, i) => expect((probabilities!.data as Float32Array)[i]).toBeCloseTo(value, 6));
  });

  it('writes the layout of a Hugging Face repository', async () => {
    const { code, stdout } = await ser('export', 'model', '--hf', 'repository', '--json');
    expect(code).toBe(0);
    const names = ['config.json', 'preprocessor_config.json', join('onnx', 'model.onnx'), 'README.md'];
    expect(JSON.parse(stdout)).toEqual({ files: names.map((name) => join('repository', name)) });
    expect((await readdir(at('repository'))).sort()).toEqual([
      'README.md',
      'config.json',
      'onnx',
      'preprocessor_config.json',
    ]);
  });

  it('needs a file or a folder to write', async () => {
    const { code, stderr } = await ser('export', 'model');
    expect(code).toBe(2);
    expect(stderr).toContain('One of `--onnx` and `--hf` is required.');
  });
});
