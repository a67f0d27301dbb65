import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClassifierFiles, ChosenSettings } from '@ser/classifiers';
import {
  parseTrainingState,
  serializeTrainingState,
  type EpochRecord,
  type TrainingState,
} from '@ser/models';
import { readSealed, readSealedJson, refuseDamaged, seal, sealJson } from '../../files/sealed.js';
import { syncFolder, writeAtomically } from '../../files/writeAtomically.js';

/** The results of a finished training, so that resuming does not repeat it. */
export interface FinishedTraining {
  readonly history: readonly EpochRecord[];
  /** Probabilities of the test clips, row-major `[test.length, labels.length]`; empty without test clips. */
  readonly probabilities: Float32Array;
  /** The settings that a classifier chose. */
  readonly choice?: ChosenSettings | undefined;
  /** The files of the classifier and its encoder, if they are still needed. */
  readonly network?: ClassifierFiles;
}

interface FinishedJson {
  readonly history: readonly EpochRecord[];
  /** Little-endian float32 as base64, which restores every bit. */
  readonly probabilities: string;
  readonly choice?: ChosenSettings | undefined;
  /** Names of the classifier's files in the same folder. */
  readonly network: readonly string[];
}

const files = { state: 'state.bin', finished: 'finished.json' } as const;

/** What is kept of one training: its state after the last epoch, or its results when it is finished. */
export interface TrainingRecord {
  readonly state: () => Promise<TrainingState | undefined>;
  readonly save: (state: TrainingState) => Promise<void>;
  readonly finished: () => Promise<FinishedTraining | undefined>;
  readonly finish: (results: FinishedTraining) => Promise<void>;
}

/** The files of one training, with checksums: its state after the last epoch, or its results when it is finished. */
export class TrainingCheckpoint implements TrainingRecord {
  readonly #folder: string;
  readonly #onSave: () => Promise<void>;

  /** @param onSave called after each save */
  constructor(folder: string, onSave: () => Promise<void>) {
    this.#folder = folder;
    this.#onSave = onSave;
  }

  /**
   * The state after the last saved epoch; `undefined` if there is none.
   *
   * @throws {SerError} `damaged-checkpoint`
   */
  async state(): Promise<TrainingState | undefined> {
    const bytes = await readSealed(join(this.#folder, files.state), this.#fix);
    return bytes && parseTrainingState(bytes);
  }

  /** An arrow function, so it can be passed as a callback. */
  readonly save = async (state: TrainingState): Promise<void> => {
    await writeAtomically(join(this.#folder, files.state), seal(serializeTrainingState(state)));
    await this.#onSave();
  };

  /**
   * The results, if the training is finished.
   *
   * @throws {SerError} `damaged-checkpoint`
   */
  async finished(): Promise<FinishedTraining | undefined> {
    const json = await readSealedJson(join(this.#folder, files.finished), this.#fix);
    if (json === undefined) return undefined;
    const { history, probabilities, choice, network } = json as FinishedJson;
    return {
      history,
      choice,
      probabilities: floatsOf(probabilities),
      ...(network.length > 0 && { network: await this.#readNetwork(network) }),
    };
  }

  /** Replaces the state with the results. The file that marks the training as finished is written last. */
  async finish({ history, probabilities, choice, network = {} }: FinishedTraining): Promise<void> {
    for (const [name, bytes] of Object.entries(network))
      await writeAtomically(join(this.#folder, name), seal(bytes));
    const json: FinishedJson = {
      history,
      probabilities: base64Of(probabilities),
      choice,
      network: Object.keys(network),
    };
    await writeAtomically(join(this.#folder, files.finished), sealJson(json));
    await syncFolder(this.#folder);
    await rm(join(this.#folder, files.state), { force: true });
    await this.#onSave();
  }

  async #readNetwork(names: readonly string[]): Promise<ClassifierFiles> {
    const contents = names.map(async (name) => {
      const path = join(this.#folder, name);
      return [name, (await readSealed(path, this.#fix)) ?? refuseDamaged(path, this.#fix)] as const;
    });
    return Object.fromEntries(await Promise.all(contents));
  }

  get #fix(): string {
    return (
      `Delete the folder \`${this.#folder}\` to repeat only this training, or start the run again with \`overwrite\` ` +
      '(`--overwrite`).'
    );
  }
}

function base64Of(values: Float32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}

function floatsOf(base64: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);
}
