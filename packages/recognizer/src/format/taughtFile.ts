import {
  fromFloat16,
  invalidOption,
  record,
  requireInteger,
  requireNumber,
  requireOneOf,
  toFloat16,
} from '@ser/core';
import { RecognizerError } from '../errors.js';
import type { TaughtClip, TaughtParts } from '../teach/taughtClip.js';
import { fingerprint } from '../teach/fingerprint.js';
import { modelFiles } from './modelFiles.js';

/** The entry `taught` of `recognizer.json`; the numbers of the clips are in `taught.bin`. */
export interface TaughtEntry {
  /** The labels that the model chooses among before it is taught, if those are not all. */
  readonly restrictTo?: readonly string[];
  readonly onlyTaught: boolean;
  readonly strength?: number;
  /** Identifies the features and classifiers that the clips were taught to. */
  readonly model: string;
  readonly nFeatures: number;
  /** In the order of their rows in `taught.bin`. */
  readonly clips: readonly { readonly id: string; readonly label: string }[];
}

/** Largest number of clips in a file. */
const maxClips = 100_000;

/**
 * What was taught as an entry of `recognizer.json` and `taught.bin`: for each clip the features in half precision, then the
 * model's probabilities as float32.
 *
 * @param model text that identifies the features and classifiers
 */
export function formatTaught(
  { clips, onlyTaught = false, strength }: TaughtParts,
  { model, restrictTo }: { readonly model: string; readonly restrictTo?: readonly string[] | undefined },
): { readonly entry: TaughtEntry; readonly values: Uint8Array } {
  const nFeatures = clips[0]?.row.length ?? 0;
  const nShares = clips[0]?.shares.length ?? 0;
  const view = new DataView(new ArrayBuffer(clips.length * (2 * nFeatures + 4 * nShares)));
  let at = 0;
  for (const { row, shares } of clips) {
    for (const value of row) view.setUint16((at += 2) - 2, toFloat16(value), true);
    for (const share of shares) view.setFloat32((at += 4) - 4, share, true);
  }
  const entry = {
    ...(restrictTo && { restrictTo }),
    onlyTaught,
    ...(strength !== undefined && { strength }),
    ...{ model: fingerprint(model), nFeatures },
    clips: clips.map(({ id, label }) => ({ id, label })),
  };
  return { entry, values: new Uint8Array(view.buffer) };
}

/**
 * Checks the entry `taught` of a `recognizer.json`.
 *
 * @throws {SerError} `invalid-option`
 */
export function parseTaughtEntry(json: unknown): TaughtEntry {
  const { restrictTo, onlyTaught, strength, model, nFeatures, clips } = record(json, 'taught');
  if (restrictTo !== undefined && !isStrings(restrictTo))
    throw invalidOption('taught.restrictTo', 'an array of strings', restrictTo);
  requireOneOf('taught.onlyTaught', onlyTaught, [true, false]);
  if (strength !== undefined) requireNumber('taught.strength', strength, { above: 0 });
  if (typeof model !== 'string') throw invalidOption('taught.model', 'a string', model);
  requireInteger('taught.nFeatures', nFeatures, { min: 0, max: 1e6 });
  const isClip = (clip: unknown) =>
    typeof clip === 'object' &&
    clip !== null &&
    isStrings([(clip as TaughtClip).id, (clip as TaughtClip).label]);
  if (!Array.isArray(clips) || clips.length > maxClips || !clips.every(isClip))
    throw invalidOption('taught.clips', `at most ${maxClips} objects with \`id\` and \`label\``, clips);
  return json as TaughtEntry;
}

/**
 * What was taught, from its entry and `taught.bin`.
 *
 * @param model text that identifies the features and classifiers of the model it is loaded with
 * @throws {SerError} `model-corrupt` for another model, or another number of values
 */
export function parseTaught(
  entry: TaughtEntry,
  values: Uint8Array,
  { model, nShares }: { readonly model: string; readonly nShares: number },
): TaughtParts {
  const { clips, nFeatures, onlyTaught, strength } = entry;
  const found = fingerprint(model);
  if (entry.model !== found) {
    refuse(
      `The clips were taught to the model ${entry.model}, and this one is ${found}: its features or classifiers differ. ` +
        'Teach this model again, or use the one that was taught.',
    );
  }
  const size = 2 * nFeatures + 4 * nShares;
  if (values.length !== clips.length * size)
    refuse(
      `\`${modelFiles.taught}\` must have ${clips.length * size} bytes; got ${values.length}. Copy it again.`,
    );
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  return {
    onlyTaught,
    ...(strength !== undefined && { strength }),
    clips: clips.map(({ id, label }, i) => ({
      id,
      label,
      row: Float32Array.from({ length: nFeatures }, (_, j) =>
        fromFloat16(view.getUint16(i * size + 2 * j, true)),
      ),
      shares: Array.from({ length: nShares }, (_, j) =>
        view.getFloat32(i * size + 2 * nFeatures + 4 * j, true),
      ),
    })),
  };
}

function isStrings(values: unknown): values is readonly string[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string');
}

function refuse(message: string): never {
  throw new RecognizerError('model-corrupt', message, { file: modelFiles.taught });
}
