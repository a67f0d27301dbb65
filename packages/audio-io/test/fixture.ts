import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MultichannelAudio } from '@ser/dsp';

/** What libsndfile reads from a file, recorded by reference/goldens/audio_io.py. */
export interface RecordedAnswer {
  readonly sampleRate: number;
  readonly nChannels: number;
  readonly nSamples: number;
  readonly sumOfSquares: number;
  readonly sha256: string;
}

/** The path of a small recording made by reference/goldens/audio_io.py. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fixturePath(name)));
}

/** The same of a lossy format, whose decoders may differ by their rounding. */
export interface LossyAnswer extends RecordedAnswer {
  /** Every hundredth sample, channel by channel within it. */
  readonly every100th: readonly number[];
}

interface RecordedAnswers {
  readonly fixtures: Readonly<Record<string, RecordedAnswer>>;
  readonly lossy: Readonly<Record<string, LossyAnswer>>;
  readonly corpora: Readonly<Record<string, RecordedAnswer>>;
}

export function recordedAnswers<Group extends keyof RecordedAnswers>(
  group: Group,
): [string, RecordedAnswers[Group][string]][] {
  const answers = JSON.parse(readFileSync(fixturePath('answers.json'), 'utf8')) as RecordedAnswers;
  return Object.entries(answers[group]) as [string, RecordedAnswers[Group][string]][];
}

/** The same figures of decoded audio: the hash makes equality mean equality in every bit. */
export function answerOf({ channels, sampleRate }: MultichannelAudio): RecordedAnswer {
  const nChannels = channels.length;
  const nSamples = channels[0]!.length;
  const interleaved = Float32Array.from(
    { length: nChannels * nSamples },
    (_, i) => channels[i % nChannels]![Math.floor(i / nChannels)]!,
  );
  const sha256 = createHash('sha256').update(new Uint8Array(interleaved.buffer)).digest('hex');
  return { sampleRate, nChannels, nSamples, sumOfSquares: sumOfSquares(interleaved), sha256 };
}

/** Pairwise, as numpy sums, to within rounding. */
function sumOfSquares(samples: Float32Array): number {
  if (samples.length > 128) {
    const half = samples.length >> 1;
    return sumOfSquares(samples.subarray(0, half)) + sumOfSquares(samples.subarray(half));
  }
  return samples.reduce((sum, sample) => sum + sample * sample, 0);
}
