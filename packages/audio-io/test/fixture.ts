import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MultichannelAudio } from '../src/audioClip.js';

/** What libsndfile reads from a file, recorded by tools/goldens/audio_io.py. */
export interface RecordedAnswer {
  readonly sampleRate: number;
  readonly nChannels: number;
  readonly nSamples: number;
  readonly sumOfSquares: number;
  readonly sha256: string;
}

/** The path of a small recording made by tools/goldens/audio_io.py. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fixturePath(name)));
}

export function recordedAnswers(group: 'fixtures' | 'corpora'): [string, RecordedAnswer][] {
  const answers = JSON.parse(readFileSync(fixturePath('answers.json'), 'utf8')) as Record<
    typeof group,
    Record<string, RecordedAnswer>
  >;
  return Object.entries(answers[group]);
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
