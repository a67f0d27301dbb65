import { speakerKey } from '@ser/datasets';
import type { Utterance } from '@ser/datasets';

/**
 * The speakers of some clips, each once, numbers in numerical order.
 *
 * @param among all clips of the experiment: where they come from several corpora, the corpus stands before
 *   the name, `ravdess/03`
 */
export function speakersOf(clips: readonly Utterance[], among: readonly Utterance[]): readonly string[] {
  const severalCorpora = among.some(({ corpus }) => corpus !== among[0]!.corpus);
  const names = clips.map((clip) => (severalCorpora ? speakerKey(clip) : clip.speaker));
  return [...new Set(names)].sort(numerically);
}

const numerically = new Intl.Collator('en', { numeric: true }).compare;
