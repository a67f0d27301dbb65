import type { ChosenSettings } from '@ser/classifiers';
import { parseTrainingState, serializeTrainingState, type EpochRecord } from '@ser/models';
import { places } from '../../executor/job.js';
import { bytesOf, floatsOf, packParts, type Parts } from '../../executor/parts.js';
import type { Store, Written } from '../../executor/store.js';
import type { FinishedTraining, TrainingRecord } from './trainingCheckpoint.js';

/** The description of a packed training. */
export interface TrainingHeader {
  readonly history: readonly EpochRecord[];
  readonly choice?: ChosenSettings | undefined;
}

/** The part with the probabilities; the others are files of the classifier. */
const probabilitiesPart = 'probabilities';

/** The results of a training as one block of bytes. */
export function packTraining({ history, choice, probabilities, network }: FinishedTraining): Buffer {
  const header: TrainingHeader = { history, choice };
  return packParts({ header, parts: { [probabilitiesPart]: bytesOf(probabilities), ...network } });
}

/** The inverse of `packTraining`. */
export function unpackTraining({ header, parts }: Parts<TrainingHeader>): FinishedTraining {
  const { [probabilitiesPart]: probabilities, ...network } = parts;
  return {
    ...header,
    probabilities: floatsOf(probabilities!),
    ...(Object.keys(network).length > 0 && { network }),
  };
}

/** The training of a job, kept in a store: another machine continues it after the last epoch. */
export class StoredTraining implements TrainingRecord {
  readonly #store: Store;
  readonly #key: string;
  #written: Written | undefined;

  /** @param key of the job */
  constructor(store: Store, key: string) {
    this.#store = store;
    this.#key = key;
  }

  /** What became of the result; `undefined` until the training is finished. */
  get written(): Written | undefined {
    return this.#written;
  }

  readonly state = async () => {
    const bytes = await this.#store.read(places.checkpoint(this.#key));
    return bytes && parseTrainingState(bytes);
  };

  readonly save = async (state: Parameters<TrainingRecord['save']>[0]) => {
    await this.#store.replace(places.checkpoint(this.#key), serializeTrainingState(state));
  };

  readonly finished = () => Promise.resolve(undefined);

  readonly finish = async (results: FinishedTraining) => {
    this.#written = await this.#store.finish(this.#key, packTraining(results));
    await this.#store.remove(places.checkpoint(this.#key));
  };
}
