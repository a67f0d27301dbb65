import { requireOneOf } from '@ser/core';
import type { RecognizerFiles } from '../format/modelFiles.js';
import { importPretrained } from './optionalPackages.js';

/** The number of classes of the general model: all seven, or only angry, happy, sad, and neutral. */
export type GeneralClasses = 7 | 4;

/** A model and the labels to restrict it to. */
export interface GeneralModel {
  readonly files: RecognizerFiles;
  /** Absent for all of them. */
  readonly labels?: readonly string[];
}

/**
 * The general model, from the optional package `@ser/pretrained`.
 *
 * @throws {SerError} `package-missing`, `invalid-option`
 */
export async function generalModel(classes: GeneralClasses): Promise<GeneralModel> {
  requireOneOf('classes', classes, [7, 4]);
  const { modelFiles, models } = await importPretrained();
  const files = await modelFiles('general');
  return { files, ...(classes === 4 && { labels: models.general.fourClasses }) };
}
