import { type ClassProfile, fitClassProfile, restrictProfile } from '@ser/recognizer';
import { speakerKey } from '@ser/datasets';
import type { HeldOutClip } from '../leaveOneCorpusOut/heldOutClips.js';

/** What a model makes of a clip. */
export interface ClipView {
  /** The normalized features. */
  readonly row: Float32Array;
  /** The probability of each class to choose from, up to a factor. */
  readonly shares: readonly number[];
}

/** A clip to teach or to test. */
export interface TestClip extends ClipView {
  readonly id: string;
  /** Index of its class among those to choose from. */
  readonly actual: number;
  /** The same clip with functionals instead of the encoder. */
  readonly functionals: ClipView;
}

/** A speaker who is not in the training data of the models. */
export interface TestSpeaker {
  readonly name: string;
  readonly corpus: string;
  readonly nClasses: number;
  readonly clips: readonly TestClip[];
  /** Mean scores of the classes, from the other corpora. */
  readonly profile: ClassProfile;
}

/** Held-out clips of two recipes; both have the same labels and list the same clips. */
export interface HeldOutViews {
  readonly encoder: readonly HeldOutClip[];
  readonly functionals: readonly HeldOutClip[];
}

/**
 * The speakers of the test corpora, with the labels to choose from: some of them, or those that the corpus has.
 *
 * @param labels of the recipes
 */
export function testSpeakers(
  { encoder, functionals }: HeldOutViews,
  labels: readonly string[],
  chosen?: readonly string[],
): readonly TestSpeaker[] {
  const others = new Map(functionals.map((clip) => [clip.utterance.id, clip]));
  const corpora = [...new Set(encoder.map(({ utterance }) => utterance.corpus))].sort();
  return corpora.flatMap((corpus) => {
    const own = encoder.filter(({ utterance }) => utterance.corpus === corpus);
    const occurring = new Set(own.map(({ actual }) => actual));
    const columns = chosen
      ? chosen.map((label) => labels.indexOf(label))
      : labels.map((_, c) => c).filter((c) => occurring.has(c));
    const profile = restrictProfile(profileWithout(encoder, corpus, labels.length), columns);
    const used = own.filter(({ actual, utterance }) => columns.includes(actual) && others.has(utterance.id));
    return [...groupBySpeaker(used)].map(([name, clips]) => ({
      ...{ name, corpus, profile, nClasses: columns.length },
      clips: clips.map((clip) => ({
        ...viewOf(clip, columns),
        id: clip.utterance.id,
        actual: columns.indexOf(clip.actual),
        functionals: viewOf(others.get(clip.utterance.id)!, columns),
      })),
    }));
  });
}

function groupBySpeaker(clips: readonly HeldOutClip[]): ReadonlyMap<string, readonly HeldOutClip[]> {
  const speakers = new Map<string, HeldOutClip[]>();
  for (const clip of [...clips].sort((a, b) => (a.utterance.id < b.utterance.id ? -1 : 1))) {
    const key = speakerKey(clip.utterance);
    speakers.set(key, [...(speakers.get(key) ?? []), clip]);
  }
  return speakers;
}

function viewOf({ row, probabilities }: HeldOutClip, columns: readonly number[]): ClipView {
  return { row, shares: columns.map((c) => probabilities[c]!) };
}

function profileWithout(clips: readonly HeldOutClip[], corpus: string, nLabels: number): ClassProfile {
  const others = clips.filter(({ utterance }) => utterance.corpus !== corpus);
  return fitClassProfile(
    others.map(({ utterance, actual, probabilities }) => ({
      ...{ probabilities, actual },
      speaker: speakerKey(utterance),
    })),
    nLabels,
  );
}
