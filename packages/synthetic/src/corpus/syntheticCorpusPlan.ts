import type { SyntheticEmotion } from '../synthesis/emotionStyles.js';
import { ravdessLayout } from '../layouts/ravdessLayout.js';
import type { SyntheticLayout } from '../layouts/syntheticLayout.js';
import { sentences } from '../synthesis/sentences.js';

/** A clip of a synthetic corpus to be made. */
export interface PlannedClip {
  /** Path within the corpus folder, with forward slashes: `Actor_01/03-01-03-02-01-01-01.wav`. */
  readonly file: string;
  /** Position among the layout's speakers, from 1. */
  readonly speaker: number;
  readonly emotion: SyntheticEmotion;
  readonly intensity: 'normal' | 'strong';
  /** 1 or 2: which of the two `sentences`. */
  readonly statement: number;
  /** From 1. */
  readonly repetition: number;
}

/** Options of `planSyntheticCorpus`. */
export interface SyntheticCorpusPlanOptions {
  readonly layout?: SyntheticLayout;
  readonly speakers: number;
  readonly emotions: readonly SyntheticEmotion[];
  readonly repetitions: number;
}

/** Lists the clips of a corpus, speaker by speaker. As in RAVDESS, neutral has no strong intensity. */
export function planSyntheticCorpus({
  layout = ravdessLayout,
  speakers,
  emotions,
  repetitions,
}: SyntheticCorpusPlanOptions): readonly PlannedClip[] {
  const renderings = emotions.flatMap((emotion) =>
    intensitiesOf(emotion, layout).map((intensity) => ({ emotion, intensity })),
  );
  const takes = upTo(sentences.length).flatMap((statement) =>
    upTo(repetitions).map((repetition) => ({ statement, repetition })),
  );
  return upTo(speakers).flatMap((speaker) =>
    renderings.flatMap((rendering) =>
      takes.map((take) => {
        const clip = { speaker, ...rendering, ...take };
        return { file: fileOf(clip, layout), ...clip };
      }),
    ),
  );
}

function intensitiesOf(
  emotion: SyntheticEmotion,
  { hasStrong }: SyntheticLayout,
): readonly PlannedClip['intensity'][] {
  return hasStrong && emotion !== 'neutral' ? ['normal', 'strong'] : ['normal'];
}

function upTo(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

function fileOf(clip: Omit<PlannedClip, 'file'>, layout: SyntheticLayout): string {
  const speaker = layout.speakers[clip.speaker - 1]!.name;
  return layout.fileOf({ ...clip, speaker, emotionCode: layout.emotionCodes[clip.emotion]! });
}
