import type { AudioClip } from '@ser/dsp';
import { EncoderError } from './errors.js';
import { frameLength } from './level/framePowers.js';
import { encoderCard } from './model/encoderCard.js';

/**
 * @param minLength fewest samples of a clip
 * @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`
 */
export function requireClip({ samples, sampleRate }: AudioClip, minLength = frameLength): void {
  if (sampleRate !== encoderCard.sampleRate) {
    throw new EncoderError(
      'sample-rate-mismatch',
      `The clip must have ${encoderCard.sampleRate} Hz; got ${sampleRate} Hz. Resample it first, with \`resample\` of @ser/dsp.`,
    );
  }
  if (samples.length < minLength) {
    throw new EncoderError(
      'clip-too-short',
      `The clip must have at least ${minLength} samples (${(1000 * minLength) / sampleRate} ms); got ${samples.length}. Leave it out.`,
    );
  }
  const index = samples.findIndex((sample) => !Number.isFinite(sample));
  if (index === -1) return;
  throw new EncoderError(
    'invalid-sample',
    `Samples must be finite; got ${samples[index]} at sample ${index}. Repair or leave out the recording.`,
  );
}
