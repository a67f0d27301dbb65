export type MicrophoneErrorCode = 'no-recorder' | 'microphone-failed';

/** There is no sound to listen to: exit code 1. */
export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError';
  readonly code: MicrophoneErrorCode;

  constructor(code: MicrophoneErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
