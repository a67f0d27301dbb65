/**
 * Teaches the recipe `general` 0 to 10 clips per emotion of each speaker of five corpora in `SER_CORPORA`, with a model
 * that was trained on the four other corpora, and tests the speaker's other clips. For comparison, a ridge regression on
 * the functionals of `general-small` is taught the same clips.
 *
 *     tsx --conditions=@ser/source programs/teaching.ts [FOLDER FOR FEATURES]
 */
import { join } from 'node:path';
import { readAudio } from '@ser/audio-io/node';
import { findRecipe } from '@ser/experiments';
import { scan } from '@ser/experiments/steps';
import { openEngine } from '@ser/models';
import { corporaFolder } from '../src/corporaFolder.js';
import { heldOutClips, testCorpora } from '../src/leaveOneCorpusOut/heldOutClips.js';
import { measureTeaching } from '../src/teaching/measureTeaching.js';
import type { TeachingChoice, TeachingResult } from '../src/teaching/teachingBench.js';
import { testSpeakers } from '../src/teaching/testSpeaker.js';
import { timeTeaching } from '../src/teaching/timeTeaching.js';

const [cache] = process.argv.slice(2);
const draws = 10;
const recipe = findRecipe('general');
const { labels, seed, evaluation } = recipe;
const [functionals] = findRecipe('general-small').members;

const engine = await openEngine('auto', { threads: 1 });
const progress = (what: string) => ({ onCorpus: (corpus: string) => console.error(`${what}: ${corpus}`) });
const ridge = { ...recipe, members: [{ ...functionals!, augmentation: undefined }] };
const views = {
  encoder: await heldOutClips(recipe, { engine, cache, ...progress('encoder') }),
  functionals: await heldOutClips(ridge, { engine, cache, ...progress('functionals') }),
};

const choices: TeachingChoice[] = [
  { name: `Four classes: ${evaluation!.fourClasses!.join(', ')}`, chosen: evaluation!.fourClasses },
  { name: 'All classes of the corpus', chosen: undefined },
].map(({ name, chosen }) => ({
  labels: name,
  curves: measureTeaching(testSpeakers(views, labels, chosen), {
    seed,
    draws,
    onVariant: (variant) => console.error(`${name}: ${variant}`),
  }),
}));

const output: TeachingResult = {
  protocol:
    `UAR in % on each of ${testCorpora.join(', ')}; the model was trained on the four others and taught clips of the ` +
    `test speaker, ${draws} draws; mean over the corpora with 95% intervals over speakers. A speaker with too few clips of ` +
    'an emotion is taught all but one of them. Every fourth clip of TESS.',
  choices,
  cost: await timeTeaching(await clipsToTime()),
};
console.log(JSON.stringify(output));
process.exit(); // workers of WebAssembly threads would keep the process alive

/** 105 clips of RAVDESS, cut or repeated to 3 s. */
async function clipsToTime() {
  const folder = join(corporaFolder(), 'ravdess');
  const data = [{ corpus: 'ravdess', folder }];
  const { utterances } = await scan({ corpora: ['ravdess'], labels, data });
  const clips = [];
  for (const { path, emotion: label } of utterances.slice(0, 105)) {
    const { samples, sampleRate } = await readAudio(join(folder, path), { sampleRate: 16_000 });
    const cut = Float32Array.from({ length: 3 * sampleRate }, (_, i) => samples[i % samples.length]!);
    clips.push({ clip: { samples: cut, sampleRate }, label });
  }
  return clips;
}
