import { requireNumber } from '@ser/core';

/** How a stream is divided into utterances. */
export interface UtteranceOptions {
  /**
   * Length of the pause that ends an utterance, in seconds, from 0.2 to 5.
   *
   * @default 0.5
   */
  readonly pause?: number | undefined;
  /**
   * Longest utterance, in seconds, from 2 to 30: a longer one is divided.
   *
   * @default 15
   */
  readonly longest?: number | undefined;
  /**
   * Time between two measurements of an utterance that has not ended, in seconds, at least 0.25.
   *
   * @default 1
   */
  readonly every?: number | undefined;
}

/** @throws {SerError} `invalid-option` */
export function utteranceOptions({ pause = 0.5, longest = 15, every = 1 }: UtteranceOptions) {
  requireNumber('pause', pause, { min: 0.2, max: 5, fix: 'It is a time in seconds.' });
  requireNumber('longest', longest, { min: 2, max: 30, fix: 'It is a length in seconds.' });
  requireNumber('every', every, { min: 0.25, fix: 'It is a time in seconds.' });
  return { pause, longest, every };
}
