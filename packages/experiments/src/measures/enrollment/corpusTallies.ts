import { seedOfName } from '@ser/core';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { adaptedPrediction, enrollmentWeight, meanScore } from './adaptedPrediction.js';
import type { CorpusTally } from './sessionUar.js';
import { emptyTally, type SpeakerTally } from './speakerTally.js';
import type { SpeakerClip, TestedCorpus } from './testedCorpus.js';

export interface TallyOptions {
  /** Enrollment clips per speaker before testing the others; with `all`, the tested clips themselves. */
  readonly clips: number | 'all';
  /** How many times the enrollment clips are drawn. */
  readonly draws: number;
  readonly seed: number;
}

/**
 * The correct predictions for the speakers of a corpus, in the order of their names. The draws for a speaker depend only
 * on the speaker's name and clips and on the seed.
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
  clips: readonly SpeakerClip[],
  nClasses: number,
  { clips: k, draws, seed }: TallyOptions,
): SpeakerTally {
  const tally = emptyTally(nClasses);
  if (k === 'all') count(tally, clips, meanOf(clips, nClasses), 1);
  else if (k === 0) count(tally, clips, new Float64Array(nClasses), 0);
  else {
    const ordered = [...clips].sort((a, b) => (a.id < b.id ? -1 : 1));
    const nEnrolled = Math.min(k, Math.floor(clips.length / 2));
    for (let draw = 0; draw < draws; draw++) {
      const nameOfDraw = `enrolment/${name}/${k}/${draw}`; // published scores depend on this spelling (words: keep)
      const drawn = drawFirst(ordered, nEnrolled, seedOfName(seed, nameOfDraw));
      const mean = meanOf(drawn.slice(0, nEnrolled), nClasses);
      count(tally, drawn.slice(nEnrolled), mean, enrollmentWeight(nEnrolled));
    }
  }
  return tally;
}

function count(tally: SpeakerTally, clips: readonly SpeakerClip[], mean: Float64Array, weight: number): void {
  for (const { actual, scores } of clips) {
    tally.support[actual]!++;
    if (adaptedPrediction(scores, mean, weight) === actual) tally.hits[actual]!++;
  }
}

function meanOf(clips: readonly SpeakerClip[], nClasses: number): Float64Array {
  return meanScore(
    clips.map(({ scores }) => scores),
    nClasses,
  );
}

/** The clips, with `n` randomly drawn ones first. */
function drawFirst(clips: readonly SpeakerClip[], n: number, seed: number): readonly SpeakerClip[] {
  const generator = xoroshiro128plus(seed);
  const drawn = [...clips];
  for (let i = 0; i < n; i++) {
    const other = uniformInt(generator, i, drawn.length - 1);
    [drawn[i], drawn[other]] = [drawn[other]!, drawn[i]!];
  }
  return drawn;
}
