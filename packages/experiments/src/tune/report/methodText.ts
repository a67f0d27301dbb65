import { counted, listed } from '../../formatText.js';
import type { TuningMetrics } from '../tuningMetrics.js';

/** How epochs were distributed over the trials, and what that means for the table. */
export function methodText({
  method,
  rungs,
  trials,
}: Pick<TuningMetrics, 'method' | 'rungs' | 'trials'>): string {
  const drawn = 'Trial 1 has the values of the recipe; the others are drawn at random within the bounds.';
  if (method === 'random') return `${drawn} Every trial was trained completely.`;
  const reached = rungs.map(
    (epochs) => trials.filter((trial) => trial.rungs.some((rung) => rung.epochs === epochs)).length,
  );
  const ladder = rungs.map((epochs, rung) => `${reached[rung]!} for ${counted(epochs, 'epoch')}`);
  const way = {
    halving: 'Successive halving, whose result does not depend on the number of workers',
    asha: 'Asynchronous successive halving (ASHA), whose result may depend on timing',
  }[method];
  return `${drawn} ${way}: ${listed(ladder)}; the best of each rung were trained again, for more epochs.`;
}
