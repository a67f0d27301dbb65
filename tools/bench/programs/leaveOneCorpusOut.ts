/**
 * Tests a recipe on each of five corpora in `SER_CORPORA` with a model that was trained on the four others, without
 * adaptation and in sessions: balanced, mostly of one emotion, and only of one. Every fourth clip of TESS is used: each of its two speakers has as many
 * clips as 27 of RAVDESS.
 *
 *     tsx --conditions=@ser/source programs/leaveOneCorpusOut.ts RECIPE [FOLDER FOR FEATURES]
 */
import { findRecipe } from '@ser/experiments';
import { enrollment } from '@ser/experiments/steps';
import { openEngine } from '@ser/models';
import { heldOutClips, testCorpora } from '../src/leaveOneCorpusOut/heldOutClips.js';
import type { LeaveOneCorpusOut, SessionResult } from '../src/leaveOneCorpusOut/leaveOneCorpusOutBench.js';

const [recipeName = 'general', cache] = process.argv.slice(2);
const recipe = findRecipe(recipeName);
const { labels, seed, evaluation } = recipe;
const engine = await openEngine('auto', { threads: 1 });
const predictions = await heldOutClips(recipe, { engine, cache, onCorpus: (name) => console.error(name) });

const classProfile = evaluation?.classProfile ? ('fitted' as const) : undefined;
/** The clips that the sessions receive, and those that are tested. */
const sessions = [
  { what: '' },
  { what: ', 80% of one emotion', skew: 0.8 },
  { what: ', all of one emotion', skew: 1 },
  { what: ', all of one emotion, and only that tested', skew: 1, sameEmotion: true },
  { what: ', the same clips without adaptation', skew: 1, sameEmotion: true, adapted: false },
] as const;

const results: SessionResult[] = [];
for (const { what, ...session } of sessions) {
  const { curves } = enrollment(predictions, {
    ...{ labels, seed, classProfile, ...session },
    enrollment: [5, 10],
    fourClasses: evaluation!.fourClasses!,
  });
  for (const { choice, points } of curves) {
    if (choice === 'all') continue;
    for (const { clips, uar, interval, corpora: each } of points) {
      if (clips === 'all' || (what !== '' && clips === 0)) continue;
      const name = clips === 0 ? 'without adaptation' : `after ${clips} clips${what}`;
      results.push({ name, choice, corpora: [...each, { corpus: 'mean', uar, interval }] });
    }
  }
}
results.sort((a, b) => b.choice.localeCompare(a.choice));
const output: LeaveOneCorpusOut = {
  protocol:
    `UAR in % of the recipe ${recipeName} on each of ${testCorpora.join(', ')}, trained on the four others; ` +
    '95% intervals of the mean over speakers; every fourth clip of TESS.',
  results,
};
console.log(JSON.stringify(output));
process.exit(); // workers of WebAssembly threads would keep the process alive
