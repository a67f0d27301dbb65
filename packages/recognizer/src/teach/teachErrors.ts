import { RecognizerError } from '../errors.js';
import type { NoSpeech } from '../prediction.js';

export function noSpeechToTeach({ reason }: NoSpeech): RecognizerError {
  return new RecognizerError(
    'no-speech',
    `A clip to teach must contain speech; this one has none (${reason}). Record it again, closer to the microphone.`,
  );
}

export function notTeachable(): RecognizerError {
  return new RecognizerError(
    'not-teachable',
    'A model to teach must have a classifier with one row of features per clip, such as the bundled models; this one has none.',
  );
}

export function taughtModelRestricted(): RecognizerError {
  return new RecognizerError(
    'invalid-option',
    'A taught model cannot be restricted to some of its labels. Restrict the model before you teach it.',
  );
}
