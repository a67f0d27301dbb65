import type { EncoderEvent } from '@ser/encoder';
import type { CommandIo } from '../commandIo.js';
import { printable } from './printable.js';
import { type Progress, startProgress } from './progress.js';

const megabyte = 1e6;

/** What a progress bar shows of a download, in megabytes; smaller files have no bar. */
export function downloadStep(event: EncoderEvent): { done: number; total: number; note: string } | undefined {
  if (event.type !== 'download' || event.total === undefined || event.total < megabyte) return undefined;
  const [done, total] = [event.received, event.total].map((bytes) => Math.ceil(bytes / megabyte));
  return { done: done!, total: total!, note: `MB of ${event.file}` };
}

/** A line about a download that did not go as planned. */
export function downloadNote(event: EncoderEvent): string | undefined {
  if (event.type === 'damaged') return `${event.file} is damaged in the cache; it is downloaded again`;
  if (event.type !== 'retry') return undefined;
  const reason = event.cause instanceof Error ? event.cause.message : String(event.cause);
  return `${event.file}: ${reason}; attempt ${event.attempt}`;
}

/** Shows the downloads of speech encoders on standard error. The caller stops it. */
export function encoderProgress(io: CommandIo) {
  let bar: Progress | undefined;
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  const onEvent = (event: EncoderEvent): void => {
    const step = downloadStep(event);
    const note = downloadNote(event);
    if (note !== undefined) {
      stop();
      io.stderr.write(`${printable(note)}\n`);
    }
    if (step === undefined) return;
    bar ??= startProgress(io, 'download', step.total);
    bar.update(step.done, step.note);
    if (step.done === step.total) stop();
  };
  return { onEvent, stop };
}
