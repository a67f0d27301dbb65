import { extname } from 'node:path';
import type { Features } from '@ser/dsp';
import { encodeNpy } from './npy.js';
import { writeAtomically } from './writeAtomically.js';

/** Features with the shape of the written array: `[nFrames, nFeatures]`, or `[nFeatures]` for functionals. */
export interface ShapedFeatures extends Pick<Features, 'data' | 'names'> {
  readonly shape: readonly number[];
}

/** Whether features can be written to this path: as NPY or CSV. */
export function isFeatureFile(path: string): boolean {
  return ['.npy', '.csv'].includes(extname(path).toLowerCase());
}

/** Writes features in the format of the file extension, atomically, and creates the folder if needed. */
export async function writeFeatureFile(path: string, features: ShapedFeatures): Promise<void> {
  await writeAtomically(path, extname(path).toLowerCase() === '.csv' ? csv(features) : encodeNpy(features));
}

/** Nine significant digits restore every float32 exactly. */
const csvDigits = 9;

function csv({ data, names }: ShapedFeatures): string {
  const rows = [names.join(',')];
  for (let start = 0; start < data.length; start += names.length) {
    const row = data.subarray(start, start + names.length);
    rows.push(Array.from(row, (value) => String(Number(value.toPrecision(csvDigits)))).join(','));
  }
  return `${rows.join('\n')}\n`;
}
