import { readFileSync } from 'node:fs';
import { openRuntime } from '@ser/onnx/runtime';
import { afterAll, describe, expect, it } from 'vitest';
import { openFolder } from '../../src/files/openFolder.js';
import { Graph } from '../../src/huggingFace/graph.js';
import { layerOutputs } from '../../src/huggingFace/layerOutputs.js';
import { readModelConfig } from '../../src/huggingFace/modelConfig.js';
import { readPreprocessorConfig } from '../../src/huggingFace/preprocessorConfig.js';
import { WaveformInput } from '../../src/huggingFace/waveformInput.js';
import { WhisperInput } from '../../src/huggingFace/whisperInput.js';
import { activeFrames } from '../../src/level/activeFrames.js';
import { framePowers } from '../../src/level/framePowers.js';
import { normalizeLevel } from '../../src/level/normalizeLevel.js';
import { type FixtureName, fixtureFolder } from '../fixtureFolder.js';
import { madeUpSound } from '../madeUpSounds.js';

/** Recorded by reference/goldens/encoders.py. */
interface Golden {
  readonly nSamples: number;
  readonly cases: readonly {
    readonly model: FixtureName;
    readonly layers: Readonly<Record<string, readonly number[]>>;
  }[];
}

const url = new URL('../goldens/hiddenStates.json', import.meta.url);
const golden = JSON.parse(readFileSync(url, 'utf8')) as Golden;
const { samples } = madeUpSound('voice', golden.nSamples);
const powers = framePowers(samples);
const leveled = normalizeLevel(samples, powers, activeFrames(powers));
const graphs: Graph[] = [];

afterAll(async () => {
  for (const graph of graphs) await graph.release();
});

async function hiddenStatesOf(
  model: FixtureName,
  layers: readonly number[],
  engine: 'onnx-node' | 'onnx-web',
) {
  const folder = openFolder(fixtureFolder(model));
  const config = readModelConfig((await folder.read('config.json'))!);
  const preprocessor = readPreprocessorConfig((await folder.read('preprocessor_config.json'))!, config);
  const input =
    config.kind === 'whisper' ? new WhisperInput(config) : new WaveformInput(config, preprocessor);
  const file = (await folder.read('onnx/model.onnx', 'onnx/encoder_model.onnx'))!;
  const graph = await Graph.open(await openRuntime({ engine, threads: 1 }), file);
  graphs.push(graph);
  const outputs = layerOutputs(graph.outputNames, config.nLayers);
  const { windows, nPositions } = input.prepare(leveled);
  const names = layers.map((layer) => outputs.get(layer)!);
  const results = await graph.run(input.name, windows[0]!, names);
  return results.map(({ data }) => (data as Float32Array).subarray(0, nPositions * config.width));
}

describe.each(['onnx-node', 'onnx-web'] as const)('hidden states by %s', (engine) => {
  it.each(golden.cases.map((example) => [example.model, example] as const))(
    'equal those of transformers: %s',
    async (model, { layers }) => {
      const chosen = Object.keys(layers).map(Number);
      const states = await hiddenStatesOf(model, chosen, engine);
      states.forEach((state, i) => {
        const expected = layers[chosen[i]!]!;
        expect(state).toHaveLength(expected.length);
        const differences = expected.map((value, k) => Math.abs(value - state[k]!));
        expect(Math.max(...differences)).toBeLessThan(1e-4);
      });
    },
  );
});
