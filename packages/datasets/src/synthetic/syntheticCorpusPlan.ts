import type { SyntheticEmotion } from './emotionStyles.js';
import { sentences } from './sentences.js';

/** One clip of a synthetic corpus, before it is made. */
export interface PlannedClip {
  /** Path within the corpus folder, with forward slashes, as RAVDESS names it: `Actor_01/03-01-03-02-01-01-01.wav`. */
  readonly file: string;
  /** From 1; odd numbers are men. */
  readonly speaker: number;
  readonly emotion: SyntheticEmotion;
  readonly intensity: 'normal' | 'strong';
  /** 1 or 2: which of the two `sentences`. */
  readonly statement: number;
  /** 1 or 2. */
  readonly repetition: number;
}

export interface SyntheticCorpusPlanOptions {
  readonly speakers: number;
  readonly emotions: readonly SyntheticEmotion[];
  readonly repetitions: number;
}

/** RAVDESS's numbers of the emotions. */
export const emotionCodes: Readonly<Record<SyntheticEmotion, string>> = {
  neutral: '01',
  happy: '03',
  sad: '04',
  angry: '05',
  fear: '06',
};

/** Lists the clips of a corpus, speaker by speaker. As in RAVDESS, neutral has no strong version. */
export function planSyntheticCorpus({
  speakers,
  emotions,
  repetitions,
}: SyntheticCorpusPlanOptions): readonly PlannedClip[] {
  const renderings = emotions.flatMap((emotion) =>
    intensitiesOf(emotion).map((intensity) => ({ emotion, intensity })),
  );
  const takes = upTo(sentences.length).flatMap((statement) =>
    upTo(repetitions).map((repetition) => ({ statement, repetition })),
  );
  return upTo(speakers).flatMap((speaker) =>
    renderings.flatMap((rendering) =>
      takes.map((take) => {
        const clip = { speaker, ...rendering, ...take };
        return { file: fileOf(clip), ...clip };
      }),
    ),
  );
}

function intensitiesOf(emotion: SyntheticEmotion): readonly PlannedClip['intensity'][] {
  return emotion === 'neutral' ? ['normal'] : ['normal', 'strong'];
}

function upTo(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}

/** Modality (03 audio) - channel (01 speech) - emotion - intensity - statement - repetition - actor. */
function fileOf({ speaker, emotion, intensity, statement, repetition }: Omit<PlannedClip, 'file'>): string {
  const actor = twoDigits(speaker);
  const intensityCode = intensity === 'strong' ? '02' : '01';
  const codes = [
    '03',
    '01',
    emotionCodes[emotion],
    intensityCode,
    twoDigits(statement),
    twoDigits(repetition),
    actor,
  ];
  return `Actor_${actor}/${codes.join('-')}.wav`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
