import { readFileSync } from 'node:fs';
import { type Engine, fitNetwork } from '@ser/models';
import { formulaExamples, shapeOf } from '../formula.js';
import { rejectWarning } from './rejectWarning.js';
import { type NetworkName, type NetworkSize, network } from '../networks.js';

/** Keras's losses of a network with formula weights and without dropout, from reference/goldens/onnx_training.py. */
export interface KerasLosses {
  readonly network: NetworkName;
  readonly size: NetworkSize;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly countParams: number;
  /** In float64, before each Adam step, all on the same batch. */
  readonly losses: readonly number[];
  /** Largest relative difference of Keras in float32, which is due to rounding alone. */
  readonly float64Difference: number;
}

/** All recorded losses. */
export interface KerasRecord {
  readonly keras: string;
  readonly tensorflow: string;
  readonly cases: readonly KerasLosses[];
}

export function readKerasRecord(): KerasRecord {
  return JSON.parse(
    readFileSync(new URL('../../test/goldens/keras.json', import.meta.url), 'utf8'),
  ) as KerasRecord;
}

/** The losses of the same steps on an engine, with one batch per epoch, so that each epoch is a step. */
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
    onWarning: rejectWarning,
  });
  model.dispose();
  return history.map(({ loss }) => loss);
}

/** Largest relative difference of two lists of losses. */
export function largestDifference(losses: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((loss, step) => Math.abs((losses[step] ?? NaN) / loss - 1)));
}
