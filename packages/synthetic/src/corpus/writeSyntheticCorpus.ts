import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { type CorpusCard, writeCorpusCard } from '@ser/datasets/node';
import { castVoice, drawSeed, seedOfLayout } from './castVoice.js';
import { claimFolder } from './claimFolder.js';
import type { SyntheticEmotion } from '../synthesis/emotionStyles.js';

import { sentences } from '../synthesis/sentences.js';
import { synthesizeUtterance } from '../synthesis/synthesizeUtterance.js';
import { syntheticCard } from './syntheticCard.js';
import { type PlannedClip, planSyntheticCorpus } from './syntheticCorpusPlan.js';
import { syntheticReadme } from './syntheticReadme.js';
import { resolveSettings, type SyntheticSettings, type SyntheticVoicesOptions } from './syntheticSettings.js';

/** Options of `writeSyntheticCorpus`. */
export interface WriteSyntheticCorpusOptions extends SyntheticVoicesOptions {
  /** Called after each clip with the number of clips written and the total. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Cancels writing; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The result of `writeSyntheticCorpus`. */
export interface SyntheticCorpus {
  readonly folder: string;
  readonly card: CorpusCard;
  /** Paths of the clips within the folder, with forward slashes, speaker by speaker. */
  readonly files: readonly string[];
  readonly nSpeakers: number;
  /** Total duration of the clips, in seconds. */
  readonly seconds: number;
}

/**
 * Writes a corpus of synthetic emotional speech: 16-bit WAV files named as in a real corpus, a `corpus.json` that marks
 * them as synthetic, and a `README.txt` that explains them. By default, it has the names of RAVDESS, 8 speakers, 4
 * emotions, and 224 clips.
 *
 * @param folder created if needed; a synthetic corpus with the same file names in it is replaced
 * @throws {SerError} `invalid-option` if an option is out of bounds; `folder-in-use` if the folder contains other files
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
  const clips = planSyntheticCorpus({ ...settings, layout: settings.corpus });
  await claimFolder(folder, new Set(clips.map(({ file }) => file)));
  await writeCorpusCard(folder, syntheticCard);
  await writeFile(join(folder, 'README.txt'), syntheticReadme(settings.corpus));
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

/** Numbers of the emotions in the seeds of takes, as in RAVDESS. */
const emotionNumbers: Readonly<Record<SyntheticEmotion, number>> = {
  neutral: 1,
  happy: 3,
  sad: 4,
  angry: 5,
  fear: 6,
  disgust: 7,
  surprise: 8,
};

/** Returns the duration in seconds. */
async function writeClip(
  path: string,
  clip: PlannedClip,
  { layout, seed, sampleRate, expressiveness }: SyntheticSettings,
): Promise<number> {
  const { speaker, emotion, intensity, statement, repetition } = clip;
  const take = [emotionNumbers[emotion], intensity === 'strong' ? 2 : 1, statement, repetition];
  const audio = synthesizeUtterance({
    voice: castVoice(seed, layout, speaker),
    emotion,
    intensity,
    sentence: sentences[statement - 1]!,
    seed: drawSeed(seedOfLayout(seed, layout), speaker, ...take),
    expressiveness,
    sampleRate,
  });
  await mkdir(dirname(path), { recursive: true });
  await writeWav(path, audio);
  return audio.samples.length / sampleRate;
}
