import type { EngineName } from '@ser/models';
import type { NetworkName } from './networks.js';

/** Who trains: Keras, the measure of all, or one of our engines. */
export type Contender = 'keras' | EngineName;

export const contenders: readonly Contender[] = [
  'keras',
  'onnx-node',
  'tfjs-node',
  'onnx-web',
  'tfjs-wasm',
  'tfjs-cpu',
];

/** One cell of the table. */
export interface Trial {
  readonly network: NetworkName;
  readonly batchSize: number;
  readonly threads: number;
  readonly contender: Contender;
}

export interface TrialChoice {
  readonly networks: readonly NetworkName[];
  readonly batchSizes: readonly number[];
  readonly threads: readonly number[];
  readonly contenders: readonly Contender[];
}

/** The cells of a table, contenders side by side, so that a change of the machine's speed meets all of a row alike. */
export function trialsOf(choice: TrialChoice): Trial[] {
  return choice.networks.flatMap((network) =>
    choice.batchSizes.flatMap((batchSize) =>
      choice.threads.flatMap((threads) =>
        choice.contenders
          .map((contender) => ({ network, batchSize, threads, contender }))
          .filter((trial) => isSane(trial)),
      ),
    ),
  );
}

/** Leaves out threads that an engine does not have, and what plain JavaScript would compute for minutes. */
function isSane({ contender, threads, network }: Trial): boolean {
  if (contender === 'tfjs-cpu') return threads === 1 && network === 'dense';
  return contender !== 'tfjs-wasm' || threads === 1;
}
