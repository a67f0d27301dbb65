import { counted, listed } from '../../words.js';
import type { TuningMetrics } from '../tuningMetrics.js';

/** How the epochs were shared out among the trials, and what that means for who reads the table. */
export function methodText({
  method,
  rungs,
  trials,
}: Pick<TuningMetrics, 'method' | 'rungs' | 'trials'>): string {
  const drawn = 'Trial 1 is the recipe as it stands; the others are drawn at random within its bounds.';
  if (method === 'random') return `${drawn} Every trial was trained to its end.`;
  const reached = rungs.map(
    (epochs) => trials.filter((trial) => trial.rungs.some((rung) => rung.epochs === epochs)).length,
  );
  const ladder = rungs.map((epochs, rung) => `${reached[rung]!} for ${counted(epochs, 'epoch')}`);
  const way = {
    halving: 'Successive halving, a rung at a time, so that the number of workers changes nothing',
    asha: 'Asynchronous successive halving (ASHA): which trials went on may depend on which finished first',
  }[method];
  return `${drawn} ${way}: ${listed(ladder)}; each time the best went on, trained from the first epoch again.`;
}
