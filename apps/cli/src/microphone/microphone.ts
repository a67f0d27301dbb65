import type { CommandIo } from '../commandIo.js';
import { MicrophoneError } from './microphoneError.js';
import { findRecorders, type InstalledRecorder } from './recorders.js';

/**
 * Raw audio from the microphone, in `recordedFormat`, through the first recorder that works. Its name is written to
 * standard error; leaving the iteration stops the recorder.
 *
 * @throws {MicrophoneError} `no-recorder` when none is installed; `microphone-failed` when none of them can record, or
 * when recording stops
 */
export async function* microphone(io: CommandIo): AsyncGenerator<Uint8Array> {
  const recorders = await findRecorders(io.programs, process.platform);
  if (recorders.length === 0) {
    throw new MicrophoneError(
      'no-recorder',
      'No recording program was found: arecord, rec, sox, or ffmpeg. Install one (Debian: `apt install alsa-utils`), or pipe raw audio into `ser listen --stdin`.',
    );
  }
  const errorOutputs: string[] = [];
  for (const recorder of recorders) {
    const errorOutput = yield* record(io, recorder);
    errorOutputs.push(`${recorder.name}: ${errorOutput}`);
  }
  throw new MicrophoneError(
    'microphone-failed',
    `The microphone delivers no audio. ${errorOutputs.join('. ')}. Check that one is connected and that you have permission to use it.`,
  );
}

/** Passes on the recorded audio; returns the error output when the recorder ends without any audio. */
async function* record(io: CommandIo, recorder: InstalledRecorder): AsyncGenerator<Uint8Array, string> {
  const program = io.programs.start(recorder.path, recorder.args);
  let hasAudio = false;
  // a consumer that waits for audio cannot leave the iteration
  io.signal.addEventListener('abort', program.stop, { once: true });
  try {
    for await (const bytes of program.stdout) {
      if (!hasAudio) io.stderr.write(`microphone: ${recorder.name}\n`);
      hasAudio = true;
      yield bytes;
    }
  } finally {
    io.signal.removeEventListener('abort', program.stop);
    program.stop();
  }
  io.signal.throwIfAborted();
  const { errorOutput, code } = await program.ended;
  const reason = errorOutput.trim().split('\n').at(-1)!.trim() || `ended with exit code ${code}`;
  if (!hasAudio) return reason;
  throw new MicrophoneError(
    'microphone-failed',
    `Recording stopped unexpectedly. ${recorder.name}: ${reason}.`,
  );
}
