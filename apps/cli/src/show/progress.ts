import { Presets, SingleBar } from 'cli-progress';
import type { CommandIo } from '../commandIo.js';

/** Shows the progress of a task. */
export interface Progress {
  /** @param done how many are done
   *  @param note a few words after the count, for example the loss */
  update(done: number, note?: string): void;
  stop(): void;
}

/**
 * Starts showing progress on standard error: a moving bar on a terminal, otherwise one plain line for
 * each 10%, so that a log file stays short.
 *
 * @param title the task, for example `features`
 */
export function startProgress(io: CommandIo, title: string, total: number): Progress {
  return io.stderr.isTTY ? bar(io, title, total) : lines(io, title, total);
}

/** Progress for a task that reports its total while it runs; the caller stops it. */
export function trackProgress(io: CommandIo, title: string) {
  let progress: Progress | undefined;
  return {
    onProgress: (done: number, total: number): void => {
      progress ??= startProgress(io, title, total);
      progress.update(done);
    },
    stop: (): void => progress?.stop(),
  };
}

const titleWidth = 12;

function bar(io: CommandIo, title: string, total: number): Progress {
  const single = new SingleBar(
    {
      stream: io.stderr,
      format: `${title.padEnd(titleWidth)} {bar} {value}/{total}  {note}`,
      barsize: 28,
      hideCursor: true,
      // The command catches Ctrl-C itself.
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  single.start(total, 0, { note: '' });
  return {
    update: (done, note = '') => single.update(done, { note }),
    stop: () => single.stop(),
  };
}

function lines(io: CommandIo, title: string, total: number): Progress {
  let tenthsShown = 0;
  return {
    update(done, note = '') {
      const tenths = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (tenths <= tenthsShown) return;
      tenthsShown = tenths;
      const count = `${String(done).padStart(String(total).length)}/${total}`;
      io.stderr.write(`${title.padEnd(titleWidth)} ${count}  ${note}`.trimEnd() + '\n');
    },
    stop() {},
  };
}
