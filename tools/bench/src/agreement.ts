import { readFileSync } from 'node:fs';
import { type Engine, fitNetwork } from '@ser/models';
import { formulaExamples, shapeOf } from './formula.js';
import { refuse } from './refuse.js';
import { type NetworkName, type NetworkSize, network } from './networks.js';

/** What Keras made of a network from the weights of the formula, dropout off: tools/goldens/onnx_training.py. */
export interface KerasLosses {
  readonly network: NetworkName;
  readonly size: NetworkSize;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly countParams: number;
  /** In float64, of one Adam step each, all on the same batch. */
  readonly losses: readonly number[];
  /** How far Keras in float32 is from that, relative: what rounding alone does. */
  readonly float64Difference: number;
}

export interface KerasRecord {
  readonly keras: string;
  readonly tensorflow: string;
  readonly cases: readonly KerasLosses[];
}

export function readKerasRecord(): KerasRecord {
  return JSON.parse(
    readFileSync(new URL('../test/goldens/keras.json', import.meta.url), 'utf8'),
  ) as KerasRecord;
}

/** The losses of the same steps on an engine: one batch an epoch, so that each epoch is a step. */
export async function lossesOn(engine: Engine, recorded: KerasLosses): Promise<readonly number[]> {
  const { batchSize, learningRate, size } = recorded;
  const model = network(recorded.network, { size, dropout: false });
  const { x, y } = formulaExamples(shapeOf(model), batchSize);
  const history = await fitNetwork(model, x, y, {
    engine,
    batchSize,
    epochs: recorded.losses.length,
    optimizer: { name: 'adam', learningRate },
    seed: 1,
    onWarning: refuse,
  });
  model.dispose();
  return history.map(({ loss }) => loss);
}

/** Greatest relative difference of two lists of losses. */
export function greatestDifference(losses: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((loss, step) => Math.abs((losses[step] ?? NaN) / loss - 1)));
}
