import type { RunEvent } from '@ser/experiments';
import type { CommandIo } from '../commandIo.js';
import { percent } from './figures.js';
import { type Progress, startProgress } from './progress.js';

type EpochEvent = Extract<RunEvent, { type: 'epoch' }>;

/** Shows the events of a run on standard error as they happen. */
export class RunProgress {
  #current: Progress | undefined;
  /** Notes that came while a bar was moving; they are shown below it once it stands. */
  #held: string[] = [];
  readonly #warnings = new Set<string>();

  constructor(private readonly io: CommandIo) {}

  /** Shows one event; an arrow function, so that it can be passed as a callback. */
  readonly show = (event: RunEvent): void => {
    switch (event.type) {
      case 'engine':
        return this.#note(`engine: ${event.name} — ${event.description}`);
      case 'scanned':
        return this.#note(scannedNote(event));
      case 'split':
        return this.#note(`protocol: ${event.protocol}`);
      case 'skipped':
        return void this.#held.push(`skipped: ${event.path}: ${event.message}`);
      case 'warning':
        return this.#warn(event.message);
      case 'extracted':
        return this.#advance('features', event);
      case 'epoch':
        return this.#advance(stageOf(event), {
          done: event.record.epoch,
          total: event.epochs,
          note: epochNote(event),
        });
      case 'scored':
        return event.nFolds === 1 ? undefined : this.#note(scoredNote(event));
      default:
    }
  };

  /** Ends the bar, so that text after it starts on a line of its own. */
  stop(): void {
    this.#current?.stop();
    this.#current = undefined;
    for (const note of this.#held.splice(0)) this.io.stderr.write(`${note}\n`);
  }

  /** Once for each message: every fold may bring the same. */
  #warn(message: string): void {
    if (!this.#warnings.has(message)) this.#note(`warning: ${message}`);
    this.#warnings.add(message);
  }

  #note(text: string): void {
    this.stop();
    this.io.stderr.write(`${text}\n`);
  }

  #advance(title: string, { done, total, note }: { done: number; total: number; note?: string }): void {
    this.#current ??= startProgress(this.io, title, total);
    this.#current.update(done, note);
    if (done === total) this.stop();
  }
}

function scannedNote({
  title,
  clips,
  used,
  speakers,
  synthetic,
  irregular,
}: Extract<RunEvent, { type: 'scanned' }>) {
  const share = used === clips ? `${clips} clips` : `${used} of ${clips} clips have the recipe's labels`;
  const odd = irregular === 0 ? '' : `, ${irregular} files with other names left out`;
  return `corpus: ${title}: ${share}, ${speakers} speakers${odd}${synthetic ? ' — synthetic voices, not people' : ''}`;
}

function stageOf({ index, nFolds }: EpochEvent): string {
  if (index === 0 && nFolds === 1) return 'training';
  return index === nFolds ? 'final model' : `fold ${index + 1}/${nFolds}`;
}

function epochNote({ record }: EpochEvent): string {
  const { loss, accuracy, validationAccuracy } = record;
  const validation =
    validationAccuracy === undefined ? '' : `, validation accuracy ${percent(validationAccuracy)}`;
  return `loss ${loss.toFixed(3)}, training accuracy ${percent(accuracy)}${validation}`;
}

function scoredNote({ index, nFolds, scores }: Extract<RunEvent, { type: 'scored' }>): string {
  return `fold ${index + 1}/${nFolds}: UAR ${percent(scores.uar)}, accuracy ${percent(scores.accuracy)}`;
}
