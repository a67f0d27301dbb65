import { exitCode } from './exitCode.js';
import { describeFailure } from './failure.js';

interface OutputStreams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Ends the process. */
  readonly exit: (code: number) => void;
}

/**
 * Ends the process when its output cannot be written. `ser … | head` closes the pipe early, which is not a failure; any
 * other problem, such as a full disk, is reported on standard error.
 */
export function watchOutput({ stdout, stderr, exit }: OutputStreams): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return exit(exitCode.done);
    const { message } = describeFailure(error);
    stderr.write(`error: Standard output failed. ${message}\n`);
    exit(exitCode.failed);
  });
  // nothing can be reported without standard error, and the answers may still arrive
  stderr.on('error', () => undefined);
}
