import { type Command, Option } from 'commander';
import type { PcmFormat } from '@ser/audio-io';
import { UsageError } from '../usageError.js';
import { wholeNumber } from './number.js';
import { oneOf } from './oneOf.js';

/** The options for raw audio on standard input. */
export interface SoundFormatOptions {
  readonly stdin?: true;
  readonly format?: PcmFormat;
  readonly sampleRate?: number;
  readonly channels?: number;
}

const formats: readonly PcmFormat[] = ['s16le', 'f32le'];

/** The layout of raw audio. */
export interface SoundFormat {
  readonly format: PcmFormat;
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
}

/** `--stdin --format s16le|f32le --sample-rate N --channels N` */
export function addSoundFormatOptions(command: Command): Command {
  return command
    .option('--stdin', 'read raw audio from standard input instead of the microphone')
    .addOption(
      new Option(
        '--format <name>',
        'sample format of the raw audio: s16le or f32le (default: s16le)',
      ).argParser(oneOf('--format', formats)),
    )
    .option(
      '--sample-rate <hz>',
      'sample rate of the raw audio (default: 16000)',
      wholeNumber('--sample-rate', { min: 1 }),
    )
    .option(
      '--channels <n>',
      'number of interleaved channels of the raw audio (default: 1)',
      wholeNumber('--channels', { min: 1 }),
    );
}

/** @throws {UsageError} `invalid-option` when a format is given without `--stdin` */
export function soundFormatOf(options: SoundFormatOptions): SoundFormat | undefined {
  const { stdin, format = 's16le', sampleRate = 16_000, channels = 1 } = options;
  if (stdin) return { format, sampleRate, channels };
  const stray = (['format', 'sampleRate', 'channels'] as const).find((name) => options[name] !== undefined);
  if (stray === undefined) return undefined;
  const flag = stray === 'sampleRate' ? 'sample-rate' : stray;
  throw new UsageError('invalid-option', `\`--${flag}\` needs \`--stdin\`. Add \`--stdin\`.`);
}
