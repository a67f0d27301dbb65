export type MicrophoneErrorCode = 'no-recorder' | 'microphone-failed';

/** The microphone cannot be used: exit code 1. */
export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';
  readonly code: MicrophoneErrorCode;

  constructor(code: MicrophoneErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
