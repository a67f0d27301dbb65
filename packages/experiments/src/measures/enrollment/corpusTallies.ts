import { seedOfName } from '@ser/core';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type ClassProfile, type OffsetSettings, SpeakerOffset } from '@ser/recognizer';
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
  /** Share of the enrollment clips that have one emotion, drawn for each session. @default clips are drawn at random */
  readonly skew?: number | undefined;
  /** Whether only clips with the emotion of the first enrollment clip are tested. @default false */
  readonly sameEmotion?: boolean | undefined;
  /** Whether the predictions are adapted; otherwise the same clips are tested without. @default true */
  readonly adapted?: boolean | undefined;
  /** Settings of the rule with a class profile. @default those of sessions */
  readonly offset?: OffsetSettings | undefined;
}

/**
 * The correct predictions for the speakers of a corpus, in the order of their names. The draws for a speaker depend only
 * on the speaker's name and clips and on the seed.
 */
export function corpusTallies(
  { corpus, nClasses, speakers, profileOf }: TestedCorpus,
  options: TallyOptions,
): CorpusTally {
  const names = [...speakers.keys()].sort();
  return {
    corpus,
    speakers: names.map((name) => {
      const adaptTo =
        options.adapted === false
          ? byNothing
          : profileOf
            ? byOffset(nClasses, profileOf(name), options.offset)
            : byMean(nClasses, options.clips === 'all');
      return tallyOf(name, speakers.get(name)!, { nClasses, adaptTo, ...options });
    }),
  };
}

function tallyOf(
  name: string,
  clips: readonly SpeakerClip[],
  {
    clips: k,
    draws,
    seed,
    skew,
    sameEmotion = false,
    nClasses,
    adaptTo,
  }: TallyOptions & { nClasses: number; adaptTo: Adaptation },
): SpeakerTally {
  const tally = emptyTally(nClasses);
  if (k === 'all') count(tally, clips, adaptTo(clips));
  else if (k === 0) count(tally, clips, adaptTo([]));
  else {
    const ordered = [...clips].sort((a, b) => (a.id < b.id ? -1 : 1));
    const nEnrolled = Math.min(k, Math.floor(clips.length / 2));
    for (let draw = 0; draw < draws; draw++) {
      const nameOfDraw = `enrolment/${name}/${k}/${draw}`; // published scores depend on this spelling (words: keep)
      const nShuffled = skew === undefined ? nEnrolled : ordered.length;
      const shuffled = drawFirst(ordered, nShuffled, seedOfName(seed, nameOfDraw));
      const session =
        skew === undefined
          ? splitAt(shuffled, nEnrolled)
          : skewed(shuffled, { n: nEnrolled, skew, sameEmotion });
      count(tally, session.others, adaptTo(session.enrolled));
    }
  }
  return tally;
}

/** Predicts the class of a clip after some enrollment clips. */
type Adaptation = (enrolled: readonly SpeakerClip[]) => (clip: SpeakerClip) => number;

const byNothing: Adaptation = () => mostProbable;

/** Subtracts the mean score, as a session of a model without a class profile. */
function byMean(nClasses: number, isAll: boolean): Adaptation {
  return (enrolled) => {
    const mean = meanOf(enrolled, nClasses);
    const weight = isAll ? 1 : enrollmentWeight(enrolled.length);
    return ({ scores }) => adaptedPrediction(scores, mean, weight);
  };
}

/** Subtracts the estimated offset, as a session of a model with a class profile. */
function byOffset(nClasses: number, profile: ClassProfile, settings?: OffsetSettings): Adaptation {
  return (enrolled) => {
    const offset = new SpeakerOffset(nClasses, profile, settings);
    for (const { probabilities } of enrolled) offset.add(probabilities, 1);
    return ({ probabilities }) => mostProbable({ probabilities: offset.center(probabilities) });
  };
}

function mostProbable({ probabilities }: Pick<SpeakerClip, 'probabilities'>): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

function count(
  tally: SpeakerTally,
  clips: readonly SpeakerClip[],
  predict: (clip: SpeakerClip) => number,
): void {
  for (const clip of clips) {
    tally.support[clip.actual]!++;
    if (predict(clip) === clip.actual) tally.hits[clip.actual]!++;
  }
}

function meanOf(clips: readonly SpeakerClip[], nClasses: number): Float64Array {
  return meanScore(
    clips.map(({ scores }) => scores),
    nClasses,
  );
}

/** The enrollment clips, and the clips to test. */
interface Session {
  readonly enrolled: readonly SpeakerClip[];
  readonly others: readonly SpeakerClip[];
}

function splitAt(clips: readonly SpeakerClip[], n: number): Session {
  return { enrolled: clips.slice(0, n), others: clips.slice(n) };
}

/** `n` clips of which a share has the emotion of the first clip, as far as there are that many; with a share of 1, fewer. */
function skewed(
  clips: readonly SpeakerClip[],
  { n, skew, sameEmotion }: { readonly n: number; readonly skew: number; readonly sameEmotion: boolean },
): Session {
  const { actual } = clips[0]!;
  const [same, others] = [true, false].map((is) => clips.filter((clip) => (clip.actual === actual) === is));
  const most = sameEmotion ? Math.floor(same!.length / 2) : same!.length - 1;
  const nSame = Math.min(Math.round(skew * n), most);
  const nOthers = skew === 1 ? 0 : Math.min(n - nSame, others!.length);
  return {
    enrolled: [...same!.slice(0, nSame), ...others!.slice(0, nOthers)],
    others: [...same!.slice(nSame), ...(sameEmotion ? [] : others!.slice(nOthers))],
  };
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
