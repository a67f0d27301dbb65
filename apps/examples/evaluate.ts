import { readManifest } from '@ser/datasets/node';
import { chanceUar, confidenceIntervals, outcomeOf } from '@ser/metrics';
import { Recognizer } from '@ser/recognizer';

const [model, table] = process.argv.slice(2);
const recognizer = await Recognizer.load(model!);
const { labels } = recognizer;
const clips = (await readManifest(table!)).filter(({ emotion }) => labels.includes(emotion));
const answers = await recognizer.predictAll(
  clips.map(({ path }) => path),
  { assumeSpeech: true },
);
const judged = clips.flatMap((clip, i) => {
  const { prediction, error } = answers[i]!;
  if (error !== undefined) console.error(`${clip.path}: ${error.message}`);
  return prediction?.speech === true ? [{ ...clip, answer: prediction }] : [];
});

const outcome = outcomeOf(
  judged.map(({ emotion }) => labels.indexOf(emotion)),
  judged.flatMap(({ answer }) => labels.map((label) => answer.probabilities[label]!)),
);
const groups = judged.map(({ speaker = 'unknown' }) => speaker);
const { uar } = confidenceIntervals({ outcome, groups, metrics: ['uar'], seed: 1 });
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
console.log(`UAR ${percent(uar.value)}, 95% interval ${percent(uar.low)} to ${percent(uar.high)}`);
console.log(`chance ${percent(chanceUar(outcome))}, ${judged.length} of ${clips.length} clips have sound`);
