import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { cardFileName } from '@ser/datasets';
import type { CorpusCard } from '@ser/datasets/node';
import { castVoice, seedOfLayout } from './castVoice.js';
import { claimFolder } from './claimFolder.js';
import type { SyntheticEmotion } from './emotionStyles.js';
import { RandomSource } from './randomSource.js';
import { seedBounds } from './requireOption.js';
import { sentences } from './sentences.js';
import { synthesizeUtterance } from './synthesizeUtterance.js';
import { syntheticCard } from './syntheticCard.js';
import { planSyntheticCorpus } from './syntheticCorpusPlan.js';
import type { PlannedClip } from './syntheticCorpusPlan.js';
import { syntheticReadme } from './syntheticReadme.js';
import { resolveSettings } from './syntheticSettings.js';
import type { SyntheticSettings, SyntheticVoicesOptions } from './syntheticSettings.js';

export interface WriteSyntheticCorpusOptions extends SyntheticVoicesOptions {
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

/**
 * Writes a corpus of synthetic emotional speech: 16-bit WAV files with the names of a real corpus, a `corpus.json` that
 * marks them as synthetic, and a `README.txt` that says so. By default RAVDESS's names, 8 speakers, 4 emotions, 224 clips.
 *
 * @param folder is made when absent; a synthetic corpus of the same plan in it is written anew
 * @throws {SerError} `invalid-option` when an option is out of its bounds, or the folder holds anything else
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
  await writeFile(join(folder, 'README.txt'), syntheticReadme(settings.layout));
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

/** What takes of different emotions draw their seeds from; those of RAVDESS. */
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
  { name, seed, sampleRate, expressiveness }: SyntheticSettings,
): Promise<number> {
  const { speaker, emotion, intensity, statement, repetition } = clip;
  const take = [emotionNumbers[emotion], intensity === 'strong' ? 2 : 1, statement, repetition];
  const audio = synthesizeUtterance({
    voice: castVoice(seed, name, speaker),
    emotion,
    intensity,
    sentence: sentences[statement - 1]!,
    seed: seedOf(seedOfLayout(seed, name), speaker, ...take),
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
