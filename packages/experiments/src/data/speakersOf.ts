import { speakerKey, type Utterance } from '@ser/datasets';

/**
 * The known speakers of some clips, without repetitions, in numerical order.
 *
 * @param all all clips of the experiment: if they come from several corpora, names include the corpus, `ravdess/03`
 */
export function speakersOf(clips: readonly Utterance[], all: readonly Utterance[]): readonly string[] {
  const severalCorpora = all.some(({ corpus }) => corpus !== all[0]!.corpus);
  const names = clips.flatMap((clip) => {
    if (clip.speaker === undefined) return [];
    return severalCorpora ? speakerKey(clip) : clip.speaker;
  });
  return [...new Set(names)].sort(numerically);
}

const numerically = new Intl.Collator('en', { numeric: true }).compare;
