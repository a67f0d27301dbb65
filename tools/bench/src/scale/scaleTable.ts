import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { makeVoice, sentences, type SyntheticEmotion, synthesizeUtterance } from '@ser/synthetic';

const sampleRate = 16000;

/** Length of a row's clip, in seconds. */
const clipSeconds = 0.4;

/** Seconds from the start of a clip to that of the next in the same take: every row has other samples. */
const hopSeconds = 0.1;

/** Part of each take that is used: without the silence at its ends. */
const usable = { from: 0.1, to: 1.3 } as const;

const clipsATake = Math.floor((usable.to - usable.from - clipSeconds) / hopSeconds) + 1;

const emotions: readonly SyntheticEmotion[] = ['angry', 'happy', 'neutral', 'sad'];

/** About this many rows per speaker, up to `maxSpeakers`. */
const rowsPerSpeaker = 100;
const maxSpeakers = 400;

/** A table of clips, each a part of a long file of synthetic speech. */
export interface ScaleTable {
  readonly path: string;
  readonly nSpeakers: number;
}

/**
 * Writes a table with `nRows` rows, and the recordings that they are parts of: one per speaker and emotion.
 *
 * @param folder a new folder
 */
export async function writeScaleTable(folder: string, nRows: number): Promise<ScaleTable> {
  const nSpeakers = Math.max(12, Math.min(maxSpeakers, Math.round(nRows / rowsPerSpeaker)));
  const nFiles = nSpeakers * emotions.length;
  await mkdir(join(folder, 'audio'), { recursive: true });
  const lines = ['path,label,speaker,start,end'];
  for (let file = 0; file < nFiles; file++) {
    const speaker = 1 + Math.floor(file / emotions.length);
    const emotion = emotions[file % emotions.length]!;
    const nOfFile = Math.floor(((file + 1) * nRows) / nFiles) - Math.floor((file * nRows) / nFiles);
    const name = `audio/${speaker}-${emotion}.wav`;
    const starts = await writeTakes(join(folder, name), { speaker, emotion, nClips: nOfFile });
    for (const start of starts) {
      lines.push(`${name},${emotion},${speaker},${start.toFixed(4)},${(start + clipSeconds).toFixed(4)}`);
    }
  }
  const path = join(folder, 'table.csv');
  await writeFile(path, `${lines.join('\n')}\n`);
  return { path, nSpeakers };
}

interface Takes {
  readonly speaker: number;
  readonly emotion: SyntheticEmotion;
  readonly nClips: number;
}

/** @returns the start of each clip in the file, in seconds */
async function writeTakes(file: string, { speaker, emotion, nClips }: Takes): Promise<readonly number[]> {
  const voice = makeVoice(1, speaker);
  const parts: Float32Array[] = [];
  const starts: number[] = [];
  let length = 0;
  for (let take = 0; starts.length < nClips; take++) {
    const sentence = sentences[take % sentences.length]!;
    const seed = (speaker * emotions.length + emotions.indexOf(emotion)) * 10_000 + take;
    const { samples } = synthesizeUtterance({ voice, emotion, sentence, seed, sampleRate });
    for (let clip = 0; clip < clipsATake && starts.length < nClips; clip++) {
      starts.push(length / sampleRate + usable.from + clip * hopSeconds);
    }
    parts.push(samples);
    length += samples.length;
  }
  const all = new Float32Array(length);
  let position = 0;
  for (const part of parts) {
    all.set(part, position);
    position += part.length;
  }
  await writeWav(file, { samples: all, sampleRate });
  return starts;
}
