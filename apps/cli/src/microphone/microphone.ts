import type { CommandIo } from '../commandIo.js';
import { MicrophoneError } from './microphoneError.js';
import { findRecorders, type InstalledRecorder } from './recorders.js';

/**
 * Raw sound from the microphone, in `recordedFormat`, through the first recorder that gives any. It is told on standard
 * error which one that is; leaving the iteration ends the recorder.
 *
 * @throws {MicrophoneError} `no-recorder` when none is installed; `microphone-failed` when none of them can record, or
 * the one that did breaks off
 */
export async function* microphone(io: CommandIo): AsyncGenerator<Uint8Array> {
  const recorders = await findRecorders(io.programs, process.platform);
  if (recorders.length === 0) {
    throw new MicrophoneError(
      'no-recorder',
      'No program that records was found: arecord, rec, sox or ffmpeg. Install one (Debian: `apt install alsa-utils`), or pipe raw sound into `ser listen --stdin`.',
    );
  }
  const complaints: string[] = [];
  for (const recorder of recorders) {
    const complaint = yield* record(io, recorder);
    complaints.push(`${recorder.name}: ${complaint}`);
  }
  throw new MicrophoneError(
    'microphone-failed',
    `No sound comes from the microphone. ${complaints.join('. ')}. Check that one is plugged in and that you may use it.`,
  );
}

/** Passes on what a recorder hears; returns its complaint when it ends without having heard anything. */
async function* record(io: CommandIo, recorder: InstalledRecorder): AsyncGenerator<Uint8Array, string> {
  const program = io.programs.start(recorder.path, recorder.args);
  let hasHeard = false;
  // whoever waits for sound cannot leave the iteration
  io.signal.addEventListener('abort', program.stop, { once: true });
  try {
    for await (const bytes of program.stdout) {
      if (!hasHeard) io.stderr.write(`microphone: ${recorder.name}\n`);
      hasHeard = true;
      yield bytes;
    }
  } finally {
    io.signal.removeEventListener('abort', program.stop);
    program.stop();
  }
  io.signal.throwIfAborted();
  const { complaint, code } = await program.ended;
  const said = complaint.trim().split('\n').at(-1)!.trim() || `ended with exit code ${code}`;
  if (!hasHeard) return said;
  throw new MicrophoneError('microphone-failed', `The microphone broke off. ${recorder.name}: ${said}.`);
}
