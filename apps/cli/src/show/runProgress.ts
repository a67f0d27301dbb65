import type { FoldPlace, RunEvent } from '@ser/experiments';
import type { CommandIo } from '../commandIo.js';
import { downloadNote, downloadStep } from './encoderProgress.js';
import { percent } from './figures.js';
import { printable } from './printable.js';
import { type Progress, startProgress } from './progress.js';
import { RemainingTime } from './remainingTime.js';

type EpochEvent = Extract<RunEvent, { type: 'epoch' }>;

/** Shows the events of a run on standard error as they happen. */
export class RunProgress {
  readonly #io: CommandIo;
  #current: Progress | undefined;
  #remaining: RemainingTime | undefined;
  /** The title of the bar that moved last. */
  #title: string | undefined;
  /** Notes received while a bar was moving; they are shown below it when it ends. */
  #held: string[] = [];
  readonly #warnings = new Set<string>();
  /** Whether one bar for all jobs replaces the others. */
  #hasJobs = false;

  constructor(io: CommandIo) {
    this.#io = io;
  }

  /** Shows one event; an arrow function, so that it can be passed as a callback. */
  readonly show = (event: RunEvent): void => {
    switch (event.type) {
      case 'engine':
        return this.#note(`engine: ${event.name} — ${event.description}`);
      case 'encoder':
        return this.#showEncoder(event);
      case 'scanned':
        this.#note(scannedNote(event));
        for (const line of irregularLines(event)) this.#note(line);
        return;
      case 'split':
        return this.#note(`${event.role === 'source' ? "source's split" : 'protocol'}: ${event.protocol}`);
      case 'skipped':
        return void this.#held.push(`skipped: ${event.path}: ${event.message}`);
      case 'warning':
        return this.#warn(event.message);
      case 'jobs':
        return this.#showJobs(event);
      case 'extracted':
        return this.#advance('features', event);
      case 'augmented':
        return this.#advance('augmenting', event);
      case 'fitting':
        return this.#advance(`${stageOf(event)} (clips)`, event);
      case 'resumed':
        return this.#hasJobs && event.finished ? undefined : this.#note(resumedNote(event));
      case 'epoch':
        return this.#advance(stageOf(event), {
          done: event.record.epoch,
          total: event.epochs,
          note: epochNote(event),
        });
      case 'scored':
        return this.#note(scoredNote(event));
      case 'fold':
      case 'refit':
        return this.#hasJobs ? undefined : this.stop(); // the previous training may have stopped early
      default:
    }
  };

  /** Ends the bar, so that text after it starts on a line of its own. */
  stop(): void {
    this.#current?.stop();
    this.#current = undefined;
    for (const note of this.#held.splice(0)) this.#io.stderr.write(`${printable(note)}\n`);
  }

  #showEncoder({ event }: Extract<RunEvent, { type: 'encoder' }>): void {
    const note = downloadNote(event);
    const step = downloadStep(event);
    if (note !== undefined) this.#note(note);
    if (step !== undefined) this.#advance('download', step);
  }

  #showJobs({ kind, done, partly, running, total, workers }: Extract<RunEvent, { type: 'jobs' }>): void {
    this.#hasJobs = true;
    const nWorkers = workers === 1 ? '1 worker' : `${workers} workers`;
    const note = `${jobNames[kind]}, ${running} in the queue, ${nWorkers}`;
    this.#move('jobs', { done: Math.min(done + partly, total), total, note });
  }

  /** Once for each message: every fold may repeat it. */
  #warn(message: string): void {
    if (!this.#warnings.has(message)) this.#note(`warning: ${message}`);
    this.#warnings.add(message);
  }

  #note(text: string): void {
    this.stop();
    this.#io.stderr.write(`${printable(text)}\n`);
  }

  #advance(title: string, step: { done: number; total: number; note?: string }): void {
    if (!this.#hasJobs) this.#move(title, step);
  }

  #move(title: string, { done, total, note }: { done: number; total: number; note?: string }): void {
    if (title !== this.#title) this.stop(); // the previous training may have stopped early
    this.#title = title;
    if (this.#current === undefined) this.#remaining = new RemainingTime(this.#io.now);
    this.#current ??= startProgress(this.#io, title, total);
    this.#current.update(done, note ?? this.#remaining!.text(done, total));
    if (done === total) this.stop();
  }
}

const jobNames = { clips: 'features', train: 'training', trial: 'trials', wait: 'waiting' } as const;

function scannedNote({
  title,
  clips,
  used,
  speakers,
  synthetic,
  irregular,
}: Extract<RunEvent, { type: 'scanned' }>) {
  const share = used === clips ? `${clips} clips` : `${used} of ${clips} clips have a label of the recipe`;
  const odd =
    irregular === 0
      ? ''
      : `, ${irregular} irregular file${irregular === 1 ? '' : 's'} or row${irregular === 1 ? '' : 's'}`;
  const voices = speakers === 0 ? 'speakers unknown' : `${speakers} speakers`;
  return `corpus: ${title}: ${share}, ${voices}${odd}${synthetic ? ' (generated voices, not human)' : ''}`;
}

/** The first irregular files or rows, each with the reason. */
function irregularLines({
  irregular,
  irregularFiles = [],
}: Extract<RunEvent, { type: 'scanned' }>): readonly string[] {
  const more = irregular - irregularFiles.length;
  return [
    ...irregularFiles.map(({ file, what }) => `  irregular: ${file}: ${what}`),
    ...(irregularFiles.length > 0 && more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** The name of a training, at the start of its line. */
function stageOf({ role, index, nFolds, member }: FoldPlace): string {
  const source = role === 'source' ? 'source ' : '';
  const of = member === undefined ? '' : `, ${member}`;
  if (index === nFolds) return `final model${of}`;
  return `${source}${nFolds === 1 ? 'training' : `fold ${index + 1}/${nFolds}`}${of}`;
}

function resumedNote(event: Extract<RunEvent, { type: 'resumed' }>): string {
  const { epoch, finished } = event;
  return `${stageOf(event)}: ${finished ? 'finished earlier' : `resumes after epoch ${epoch}`}`;
}

function epochNote({ record }: EpochEvent): string {
  const { loss, accuracy, validationLoss, validationAccuracy } = record;
  const validation =
    validationLoss === undefined
      ? ''
      : `, validation loss ${validationLoss.toFixed(3)}, accuracy ${percent(validationAccuracy ?? 0)}`;
  return `loss ${loss.toFixed(3)}, training accuracy ${percent(accuracy)}${validation}`;
}

function scoredNote(event: Extract<RunEvent, { type: 'scored' }>): string {
  const { uar, accuracy } = event.scores;
  return `${stageOf(event)}: UAR ${percent(uar)}, accuracy ${percent(accuracy)}`;
}
