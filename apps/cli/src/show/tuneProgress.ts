import type { TuneEvent } from '@ser/experiments';
import type { CommandIo } from '../commandIo.js';
import { percent } from './figures.js';
import { printable } from './printable.js';
import { type Progress, startProgress } from './progress.js';
import { RunProgress } from './runProgress.js';

type SearchEvent = Extract<TuneEvent, { type: 'search' }>;
type TrialEvent = Extract<TuneEvent, { type: 'trial' | 'winner' }>;

const metricNames = { uar: 'UAR', accuracy: 'accuracy', macroF1: 'macro F1' } as const;

/** Shows the events of a search on standard error, as epochs trained out of all epochs. */
export class TuneProgress {
  readonly #io: CommandIo;
  readonly #run: RunProgress;
  #bar: Progress | undefined;
  #search: SearchEvent | undefined;
  /** Epochs of finished trainings. */
  #trained = 0;
  /** Epochs so far of the running trainings, by trial. */
  readonly #running = new Map<number, number>();
  #best: TrialEvent | undefined;
  /** The number of finished trainings, including those before an interruption. */
  nFinished = 0;

  constructor(io: CommandIo) {
    this.#io = io;
    this.#run = new RunProgress(io);
  }

  /** Shows one event; an arrow function, so that it can be passed as a callback. */
  readonly show = (event: TuneEvent): void => {
    switch (event.type) {
      case 'search':
        return this.#begin(event);
      case 'trial-epoch':
        this.#running.set(event.trial, event.epoch);
        return this.#advance();
      case 'trial':
        return this.#finish(event);
      case 'winner':
        return this.#end(event);
      default:
        return this.#run.show(event);
    }
  };

  /** Ends the bar, so that text after it starts on a line of its own. */
  stop(): void {
    this.#bar?.stop();
    this.#bar = undefined;
    this.#run.stop();
  }

  #begin(search: SearchEvent): void {
    const { protocol, finished } = search;
    this.#search = search;
    this.#note(`protocol: ${protocol}`);
    this.#note(`search: ${planText(search)}`);
    if (finished.length > 0) this.#note(`resumes after ${finished.length} finished trainings`);
    for (const outcome of finished) this.#count({ type: 'trial', ...outcome });
  }

  #finish(event: TrialEvent): void {
    this.#running.delete(event.trial);
    this.#count(event);
    this.#advance();
  }

  #count(event: TrialEvent): void {
    this.nFinished++;
    this.#trained += event.epochs;
    const { epochs = 0 } = this.#best ?? {};
    const isBetter = event.epochs === epochs && this.#scoreOf(event) > this.#scoreOf(this.#best);
    if (event.scores && (event.epochs > epochs || isBetter)) this.#best = event;
  }

  #advance(): void {
    const { nEpochs } = this.#search!;
    this.#bar ??= startProgress(this.#io, 'trial epochs', nEpochs);
    const running = [...this.#running.values()].reduce((sum, epochs) => sum + epochs, 0);
    this.#bar.update(Math.min(this.#trained + running, nEpochs), this.#text(this.#best));
  }

  #end(winner: TrialEvent): void {
    this.stop();
    this.#note(`best: ${this.#text(winner)} on the validation speakers; next: evaluate on the test speakers`);
  }

  #scoreOf(event: TrialEvent | undefined): number {
    return event?.scores?.[this.#search!.metric] ?? -1;
  }

  #text(best: TrialEvent | undefined): string {
    if (best === undefined) return '';
    const { trial, epochs } = best;
    const score = `${metricNames[this.#search!.metric]} ${percent(this.#scoreOf(best))}`;
    return `trial ${trial}, ${score} after ${epochs} epoch${epochs === 1 ? '' : 's'}`;
  }

  #note(text: string): void {
    this.stop();
    this.#io.stderr.write(`${printable(text)}\n`);
  }
}

function planText({ nTrials, method, rungs, workers }: SearchEvent): string {
  const ladder = rungs.length === 0 ? '' : ` of ${rungs.join(', then ')} epochs`;
  return `${nTrials} trials, ${method}${ladder}, ${workers} at a time`;
}
