import { SerError } from '@ser/core';
import { RecordingResampler } from '@ser/dsp';
import { RecognizerError } from '../errors.js';
import { audioBlocks } from './audioBlocks.js';
import type { AudioInput } from './audioInput.js';
import type { MixedClip } from './channelMixer.js';
import { defaultMaxSeconds, requireMaxSeconds } from './maxSeconds.js';
import { channelsOf, isSampled } from './sampledAudio.js';

export interface ClipOptions {
  /** In Hz. @default the rate of the audio */
  readonly sampleRate?: number | undefined;

  /** Longest audio, in seconds. @default 600 */
  readonly maxSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads, decodes, mixes down, and resamples audio to one channel.
 *
 * @throws {SerError} as `audioBlocks`, or `audio-too-long`
 */
export async function clipOf(input: AudioInput, options: ClipOptions = {}): Promise<MixedClip> {
  const { maxSeconds = defaultMaxSeconds, sampleRate, signal } = options;
  requireMaxSeconds(maxSeconds);
  if (isSampled(input)) requireLength(input, maxSeconds);
  const parts: Float32Array[] = [];
  let resampler: RecordingResampler | undefined;
  let rate = 0;
  let channelsCancel = false;
  try {
    for await (const block of audioBlocks(input, { signal, maxSeconds })) {
      rate = sampleRate ?? block.sampleRate;
      channelsCancel ||= block.channelsCancel === true;
      resampler ??= new RecordingResampler({ from: block.sampleRate, to: rate });
      parts.push(resampler.push(block.samples));
    }
  } catch (error) {
    throw withAdvice(error, maxSeconds);
  }
  parts.push(resampler!.end());
  return { samples: joined(parts), sampleRate: rate, ...(channelsCancel && { channelsCancel }) };
}

function requireLength(input: Parameters<typeof channelsOf>[0], maxSeconds: number): void {
  const { channels, sampleRate } = channelsOf(input);
  const seconds = (channels[0]?.length ?? 0) / sampleRate;
  if (seconds > maxSeconds) {
    throw new RecognizerError(
      'audio-too-long',
      `Expected at most ${maxSeconds} s of audio, got ${seconds.toFixed(1)} s. ${advice}`,
    );
  }
}

const advice = 'Use `segments`, which predicts windows of audio of any length, or raise `maxSeconds`.';

/** The error of a decoder for audio that is too long, with the advice for a prediction. */
function withAdvice(error: unknown, maxSeconds: number): unknown {
  if (!(error instanceof SerError) || error.code !== 'audio-too-long') return error;
  const { file } = error;
  const message = `${file === undefined ? '' : `${file}: `}Expected at most ${maxSeconds} s of audio, got more. ${advice}`;
  return new RecognizerError('audio-too-long', message, {
    ...(file !== undefined && { file }),
    cause: error,
  });
}

/** The parts in one array; a single part that is not empty is returned without a copy. */
function joined(parts: readonly Float32Array[]): Float32Array {
  const filled = parts.filter(({ length }) => length > 0);
  if (filled.length === 1) return filled[0]!;
  const whole = new Float32Array(filled.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of filled) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
