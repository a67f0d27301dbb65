import { requireOneOf, SerError } from '@ser/core';
import type { RecognizerFiles } from '../format/modelFiles.js';
import { importPretrained } from './optionalPackages.js';

/** The models of the package `@ser/pretrained`. */
export const bundledNames = ['general', 'general-small', 'emodb'] as const;

/**
 * - `general`: seven emotions, for new speakers, microphones, and languages; it needs `@ser/encoder` and ONNX Runtime.
 *   Not for commercial use.
 * - `general-small`: the same emotions without a runtime, with lower scores. Not for commercial use.
 * - `emodb`: seven emotions of one German corpus, for commercial use too; it needs `@ser/encoder` and ONNX Runtime.
 */
export type BundledName = (typeof bundledNames)[number];

/** The number of classes of a bundled model: all seven, or only angry, happy, neutral, and sad. */
export type BundledClasses = 7 | 4;

/** A model and the labels to restrict it to. */
export interface BundledModel {
  readonly files: RecognizerFiles;
  /** Absent for all of them. */
  readonly labels?: readonly string[];
}

/**
 * A model of the optional package `@ser/pretrained`.
 *
 * @throws {SerError} `package-missing`, `invalid-option`
 */
export async function bundledModel(name: BundledName, classes: BundledClasses): Promise<BundledModel> {
  requireOneOf('name', name, bundledNames);
  requireOneOf('classes', classes, [7, 4]);
  const { modelFiles, models } = await importPretrained();
  const files = await modelFiles(name);
  return { files, ...(classes === 4 && { labels: models[name].fourClasses }) };
}

/** Whether a model could not be loaded because a package or engine that it needs is missing. */
export function isRuntimeMissing(error: unknown): error is SerError {
  if (!(error instanceof SerError)) return false;
  const { code } = error as SerError;
  return code === 'package-missing' || code === 'engine-unavailable';
}
