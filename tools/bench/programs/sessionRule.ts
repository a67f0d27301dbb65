/**
 * Compares constants of sessions on five corpora in `SER_CORPORA`, each with the recipe `general` trained on the others.
 *
 *     tsx --conditions=@ser/source programs/sessionRule.ts [FOLDER FOR FEATURES]
 */
import { findRecipe } from '@ser/experiments';
import { openEngine } from '@ser/models';
import { heldOutClips } from '../src/leaveOneCorpusOut/heldOutClips.js';
import { otherVoices } from '../src/sessions/otherVoices.js';
import { compareRules } from '../src/sessions/sessionRules.js';
import type { SessionRules } from '../src/sessions/sessionRuleBench.js';
import { testSpeakers } from '../src/teaching/testSpeaker.js';

const [cache] = process.argv.slice(2);
const recipe = findRecipe('general');
const { labels, seed, evaluation } = recipe;
const fourClasses = evaluation!.fourClasses!;
const engine = await openEngine('auto', { threads: 1 });
const predictions = await heldOutClips(recipe, { engine, cache, onCorpus: (name) => console.error(name) });

const result: SessionRules = {
  rules: compareRules(predictions, { labels, fourClasses, seed }),
  voices: otherVoices(testSpeakers({ encoder: predictions, functionals: predictions }, labels), seed),
};
console.log(JSON.stringify(result));
process.exit(); // workers of WebAssembly threads would keep the process alive
