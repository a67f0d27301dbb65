import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { DatasetError } from '../errors.js';
import { cardFileName } from '../node/corpusCard.js';
import type { CorpusCard } from '../node/corpusCard.js';
import { claimFolder } from './claimFolder.js';
import type { SyntheticEmotion } from './emotionStyles.js';
import { RandomSource } from './randomSource.js';
import {
  expressivenessBounds,
  requireInteger,
  requireNumber,
  sampleRateBounds,
  seedBounds,
} from './requireOption.js';
import { sentences } from './sentences.js';
import { syntheticCard } from './syntheticCard.js';
import { emotionCodes, planSyntheticCorpus } from './syntheticCorpusPlan.js';
import type { PlannedClip } from './syntheticCorpusPlan.js';
import { defaultExpressiveness, defaultSampleRate, synthesizeUtterance } from './synthesizeUtterance.js';
import { makeVoice } from './voice.js';

export interface WriteSyntheticCorpusOptions {
  /**
   * Number of voices, 1 to 24 as in RAVDESS; odd ones are male, even ones female.
   *
   * @default 8
   */
  readonly speakers?: number;
  /**
   * Whole number that everything random depends on. Fewer or more speakers change nothing about the others.
   *
   * @default 1
   */
  readonly seed?: number;
  /** @default ['neutral', 'happy', 'sad', 'angry'] */
  readonly emotions?: readonly SyntheticEmotion[];
  /**
   * Takes of each sentence in each emotion and intensity, 1 or 2.
   *
   * @default 2
   */
  readonly repetitions?: number;
  /**
   * In Hz, 16000 to 48000.
   *
   * @default 16000
   */
  readonly sampleRate?: number;
  /**
   * How far emotions depart from neutral speech, from 0, not at all, to 1.5.
   *
   * @default defaultExpressiveness
   */
  readonly expressiveness?: number;
  /** Is told after each clip how many are written, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** What was written. */
export interface SyntheticCorpus {
  readonly folder: string;
  readonly card: CorpusCard;
  /** Paths of the clips within the folder, with forward slashes, speaker by speaker. */
  readonly files: readonly string[];
  readonly nSpeakers: number;
  /** Duration of all clips together, in seconds. */
  readonly seconds: number;
}

const readme = `${syntheticCard.title}

No human spoke here: every clip is computed by a formant synthesiser. The file names follow RAVDESS
(modality-channel-emotion-intensity-statement-repetition-actor), so that the corpus can stand in for it where a
program is tried out. What a model learns from these voices says nothing about people.

Licence: ${syntheticCard.licence}
`;

/**
 * Writes a corpus of synthetic emotional speech: 16-bit WAV files with the names of RAVDESS, a `corpus.json` that marks
 * them as synthetic, and a `README.txt` that says so. By default 8 speakers, 4 emotions, 224 clips.
 *
 * @param folder is made when absent; a synthetic corpus of the same plan in it is written anew
 * @throws {DatasetError} `invalid-option` when an option is out of its bounds, or the folder holds anything else
 *
 * @example
 * const { files } = await writeSyntheticCorpus('voices', { speakers: 8, seed: 1 });
 * files[0]; // 'Actor_01/03-01-01-01-01-01-01.wav'
 */
export async function writeSyntheticCorpus(
  folder: string,
  options: WriteSyntheticCorpusOptions = {},
): Promise<SyntheticCorpus> {
  const settings = resolveSettings(options);
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  const clips = planSyntheticCorpus(settings);
  await claimFolder(folder, new Set(clips.map(({ file }) => file)));
  await writeFile(join(folder, cardFileName), `${JSON.stringify(syntheticCard, undefined, 2)}\n`);
  await writeFile(join(folder, 'README.txt'), readme);
  let seconds = 0;
  for (const [i, clip] of clips.entries()) {
    signal?.throwIfAborted();
    seconds += await writeClip(join(folder, clip.file), clip, settings);
    onProgress?.(i + 1, clips.length);
  }
  return {
    folder,
    card: syntheticCard,
    files: clips.map(({ file }) => file),
    nSpeakers: settings.speakers,
    seconds,
  };
}

type Settings = ReturnType<typeof resolveSettings>;

function resolveSettings(options: WriteSyntheticCorpusOptions) {
  return {
    speakers: requireInteger('speakers', options.speakers ?? 8, [1, 24]),
    seed: requireInteger('seed', options.seed ?? 1, seedBounds),
    emotions: requireEmotions(options.emotions ?? ['neutral', 'happy', 'sad', 'angry']),
    repetitions: requireInteger('repetitions', options.repetitions ?? 2, [1, 2]),
    sampleRate: requireInteger('sampleRate', options.sampleRate ?? defaultSampleRate, sampleRateBounds),
    expressiveness: requireNumber(
      'expressiveness',
      options.expressiveness ?? defaultExpressiveness,
      expressivenessBounds,
    ),
  };
}

function requireEmotions(emotions: readonly SyntheticEmotion[]): readonly SyntheticEmotion[] {
  const known = Object.keys(emotionCodes).sort().join(', ');
  const stranger = emotions.find((emotion) => !Object.hasOwn(emotionCodes, emotion));
  if (stranger === undefined && emotions.length > 0 && new Set(emotions).size === emotions.length)
    return emotions;
  throw new DatasetError(
    'invalid-option',
    `Expected \`emotions\` to name one or more of ${known}, each once, got \`${emotions.join(', ')}\`.`,
  );
}

/** Returns the duration in seconds. */
async function writeClip(
  path: string,
  clip: PlannedClip,
  { seed, sampleRate, expressiveness }: Settings,
): Promise<number> {
  const { speaker, emotion, intensity, statement, repetition } = clip;
  const codes = [Number(emotionCodes[emotion]), intensity === 'strong' ? 2 : 1, statement, repetition];
  const audio = synthesizeUtterance({
    voice: makeVoice(seed, speaker),
    emotion,
    intensity,
    sentence: sentences[statement - 1]!,
    seed: seedOf(seed, speaker, ...codes),
    expressiveness,
    sampleRate,
  });
  await mkdir(dirname(path), { recursive: true });
  await writeWav(path, audio);
  return audio.samples.length / sampleRate;
}

function seedOf(...path: readonly number[]): number {
  return Math.floor(new RandomSource(...path).uniform(...seedBounds));
}
