import type { TaughtClip } from './taughtClip.js';

/** A taught clip whose label the other taught clips and the model contradict: perhaps a wrong label. */
export interface DoubtfulClip {
  readonly id: string;
  /** The label it was taught. */
  readonly label: string;
  /** What it is recognized as if it is left out. */
  readonly recognized: string;
  /** The probability of that label. */
  readonly probability: number;
}

/** How many times more likely another label must be. */
const contradiction = 10;

/**
 * The taught clips that are recognized as another label, which is at least ten times as likely, when they are left out.
 * With five to seven clips of four emotions each, that is so for three of four wrong labels and one or two of a hundred
 * right ones. The clips count little already (see `Teaching` of `@ser/classifiers`).
 *
 * @param labels of the probabilities
 * @param heldOut the probabilities of each clip without itself, by id
 * @returns the most doubtful first
 */
export function doubtfulClips(
  clips: readonly Pick<TaughtClip, 'id' | 'label'>[],
  labels: readonly string[],
  heldOut: ReadonlyMap<string, readonly number[]>,
): readonly DoubtfulClip[] {
  return clips
    .flatMap(({ id, label }) => {
      const shares = heldOut.get(id)!;
      const probability = Math.max(...shares);
      const ratio = probability / shares[labels.indexOf(label)]!;
      const recognized = labels[shares.indexOf(probability)]!;
      return ratio < contradiction ? [] : [{ ratio, clip: { id, label, recognized, probability } }];
    })
    .sort((a, b) => b.ratio - a.ratio)
    .map(({ clip }) => clip);
}
