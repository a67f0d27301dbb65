import { SerError } from '@ser/core';

/**
 * - `microphone-unavailable`: this is not a page served over HTTPS or from localhost, or the browser has no AudioWorklet.
 * - `microphone-denied`: the user or a policy of the page did not allow the microphone.
 * - `microphone-not-found`: there is no microphone, or none with that id.
 * - `microphone-busy`: another program uses the microphone, or the system cannot open it.
 * - `microphone-disconnected`: the microphone was removed, or the permission withdrawn, while it was used.
 * - `microphone-overrun`: the audio was not read for longer than `maxDelay`.
 */
export type MicrophoneErrorCode =
  | 'microphone-unavailable'
  | 'microphone-denied'
  | 'microphone-not-found'
  | 'microphone-busy'
  | 'microphone-disconnected'
  | 'microphone-overrun';

/** `SerError` with the codes of the microphone. */
export const MicrophoneError = SerError<MicrophoneErrorCode>;
export type MicrophoneError = SerError<MicrophoneErrorCode>;

const reasons: Readonly<Record<string, readonly [MicrophoneErrorCode, string]>> = {
  NotAllowedError: [
    'microphone-denied',
    'The microphone is not allowed. Allow it for this page in the settings of the browser, and try again.',
  ],
  SecurityError: [
    'microphone-denied',
    'A policy of this page does not allow the microphone. Allow it with `Permissions-Policy: microphone=(self)`.',
  ],
  NotFoundError: ['microphone-not-found', 'There is no microphone. Connect one, and try again.'],
  OverconstrainedError: [
    'microphone-not-found',
    'There is no microphone with this `deviceId`. Choose one that `enumerateDevices` lists.',
  ],
  NotReadableError: [
    'microphone-busy',
    'The microphone cannot be opened: another program may be using it. Close that program, and try again.',
  ],
  AbortError: ['microphone-busy', 'The microphone cannot be opened. Connect it again, and try again.'],
};

/** The typed error of a failed `getUserMedia`. */
export function microphoneError(cause: unknown): unknown {
  const reason = reasons[(cause as { readonly name?: string } | undefined)?.name ?? ''];
  return reason === undefined ? cause : new MicrophoneError(reason[0], reason[1], { cause });
}

export function microphoneUnavailable(): MicrophoneError {
  return new MicrophoneError(
    'microphone-unavailable',
    'The microphone needs a page with AudioWorklet that is served over HTTPS or from localhost.',
  );
}
