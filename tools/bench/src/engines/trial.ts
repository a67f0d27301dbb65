import type { EngineName } from '@ser/models';
import type { NetworkName } from '../networks.js';

/** The system that trains: Keras, which is the reference, or one of our engines. */
export type System = 'keras' | EngineName;

export const systems: readonly System[] = [
  'keras',
  'onnx-node',
  'tfjs-node',
  'onnx-web',
  'tfjs-wasm',
  'tfjs-cpu',
];

/** One cell of the table of engines. */
export interface Trial {
  readonly network: NetworkName;
  readonly batchSize: number;
  readonly threads: number;
  readonly system: System;
}

/** Which cells to measure. */
export interface TrialChoice {
  readonly networks: readonly NetworkName[];
  readonly batchSizes: readonly number[];
  readonly threads: readonly number[];
  readonly systems: readonly System[];
}

/** The cells of a table. The systems of a row alternate, so that changes in the machine's speed affect all equally. */
export function trials(choice: TrialChoice): Trial[] {
  return choice.networks.flatMap((network) =>
    choice.batchSizes.flatMap((batchSize) =>
      choice.threads.flatMap((threads) =>
        choice.systems
          .map((system) => ({ network, batchSize, threads, system }))
          .filter((trial) => isFeasible(trial)),
      ),
    ),
  );
}

/** Omits threads that an engine does not support, and networks that plain JavaScript would train for minutes. */
function isFeasible({ system, threads, network }: Trial): boolean {
  if (system === 'tfjs-cpu') return threads === 1 && network === 'dense';
  return system !== 'tfjs-wasm' || threads === 1;
}
