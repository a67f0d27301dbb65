import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '@ser/models';
import { Recognizer } from '@ser/recognizer';
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';
import { freshFolder, runTiny, tinyCorpus } from '../tinyExperiment.js';
import { tinyJson } from '../tinyRecipe.js';

/** A tiny random WavLM. */
const fixture = fileURLToPath(new URL('../../../encoder/test/fixtures/huggingFace/wavlm', import.meta.url));

describe('a recipe that names a speech encoder by its folder', () => {
  it('saves a model that refuses any other encoder', async () => {
    const model = join(await freshFolder(), 'wavlm');
    await cp(fixture, model, { recursive: true });
    const recipe = parseRecipe({
      ...tinyJson,
      name: 'tiny-wavlm',
      features: { sampleRate: 16000, features: [{ name: 'encoder', model, layers: [1, 2] }] },
      classifier: { kind: 'ridge', regularization: [1] },
      training: {},
    });
    const { result, read } = await runTiny(await tinyCorpus(), {}, recipe);
    const saved = JSON.parse(await read('recipe.json')) as typeof recipe;
    const resolved = { name: 'encoder', model, layers: [1, 2], width: 16 };
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(saved.members[0]!.features.features).toEqual([{ ...resolved, sha256 }]);

    const engine = await openEngine('tfjs-wasm');
    const samples = Float32Array.from({ length: 50_000 }, (_, i) => Math.sin(i / 9) * Math.sin(i / 999));
    const recognizer = await Recognizer.load(result.modelFolder!, { engine });
    expect(recognizer.members[0]!.features.features).toEqual([{ ...resolved, sha256 }]);
    const { probabilities } = await recognizer.predict({ samples, sampleRate: 16000 });
    expect(Object.keys(probabilities).sort()).toEqual([...tinyJson.labels].sort());
    recognizer.dispose();

    const config = join(model, 'preprocessor_config.json');
    const fields = JSON.parse(await readFile(config, 'utf8')) as object;
    await writeFile(config, JSON.stringify({ ...fields, do_normalize: true }));
    await expect(Recognizer.load(result.modelFolder!, { engine })).rejects.toMatchObject({
      code: 'checksum-mismatch',
    });
  });
});
