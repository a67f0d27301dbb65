import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { clipSeed } from '../../features/clipSeed.js';
import { adaptedAnswer, heardWeight, meanScore } from './adaptedScores.js';
import type { CorpusTally } from './sessionUar.js';
import { emptyTally, type SpeakerTally } from './speakerTally.js';
import type { HeardClip, TestedCorpus } from './testedCorpus.js';

export interface TallyOptions {
  /** Clips heard of each speaker before the others are scored; `all`: those scored. */
  readonly clips: number | 'all';
  /** How often they are drawn. */
  readonly draws: number;
  readonly seed: number;
}

/**
 * What the speakers of a corpus get right, in the order of their names. What is drawn of a speaker depends on his name,
 * his clips and the seed alone.
 */
export function corpusTallies(
  { corpus, nClasses, speakers }: TestedCorpus,
  options: TallyOptions,
): CorpusTally {
  const names = [...speakers.keys()].sort();
  return { corpus, speakers: names.map((name) => tallyOf(name, speakers.get(name)!, nClasses, options)) };
}

function tallyOf(
  name: string,
  clips: readonly HeardClip[],
  nClasses: number,
  { clips: k, draws, seed }: TallyOptions,
): SpeakerTally {
  const tally = emptyTally(nClasses);
  if (k === 'all') count(tally, clips, meanOf(clips, nClasses), 1);
  else if (k === 0) count(tally, clips, new Float64Array(nClasses), 0);
  else {
    const ordered = [...clips].sort((a, b) => (a.id < b.id ? -1 : 1));
    const nHeard = Math.min(k, Math.floor(clips.length / 2));
    for (let draw = 0; draw < draws; draw++) {
      const shuffled = drawFirst(ordered, nHeard, clipSeed(seed, `enrolment/${name}/${k}/${draw}`));
      const heard = meanOf(shuffled.slice(0, nHeard), nClasses);
      count(tally, shuffled.slice(nHeard), heard, heardWeight(nHeard));
    }
  }
  return tally;
}

function count(tally: SpeakerTally, clips: readonly HeardClip[], mean: Float64Array, weight: number): void {
  for (const { actual, scores } of clips) {
    tally.support[actual]!++;
    if (adaptedAnswer(scores, mean, weight) === actual) tally.hits[actual]!++;
  }
}

function meanOf(clips: readonly HeardClip[], nClasses: number): Float64Array {
  return meanScore(
    clips.map(({ scores }) => scores),
    nClasses,
  );
}

/** The clips with `n` of them, drawn by chance, in front. */
function drawFirst(clips: readonly HeardClip[], n: number, seed: number): readonly HeardClip[] {
  const generator = xoroshiro128plus(seed);
  const drawn = [...clips];
  for (let i = 0; i < n; i++) {
    const other = uniformInt(generator, i, drawn.length - 1);
    [drawn[i], drawn[other]] = [drawn[other]!, drawn[i]!];
  }
  return drawn;
}
