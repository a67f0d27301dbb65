import { type Command, Option } from 'commander';
import type { PcmFormat } from '@ser/audio-io';
import { UsageError } from '../usageError.js';
import { wholeNumber } from './number.js';

/** What the options say about raw sound on standard input. */
export interface SoundFormatOptions {
  readonly stdin?: true;
  readonly format?: PcmFormat;
  readonly sampleRate?: number;
  readonly channels?: number;
}

/** How raw sound is laid out. */
export interface SoundFormat {
  readonly format: PcmFormat;
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
}

/** `--stdin --format s16le|f32le --sample-rate N --channels N` */
export function addSoundFormatOptions(command: Command): Command {
  return command
    .option('--stdin', 'listen to raw sound on standard input instead of the microphone')
    .addOption(
      new Option('--format <name>', 'its samples: s16le or f32le (default: s16le)').argParser(parseFormat),
    )
    .option(
      '--sample-rate <hz>',
      'its sample rate (default: 16000)',
      wholeNumber('--sample-rate', { min: 1 }),
    )
    .option(
      '--channels <n>',
      'its channels, interleaved (default: 1)',
      wholeNumber('--channels', { min: 1 }),
    );
}

/** @throws {UsageError} `invalid-option` where a format is given and the sound does not come from standard input */
export function soundFormatOf(options: SoundFormatOptions): SoundFormat | undefined {
  const { stdin, format = 's16le', sampleRate = 16_000, channels = 1 } = options;
  if (stdin) return { format, sampleRate, channels };
  const stray = (['format', 'sampleRate', 'channels'] as const).find((name) => options[name] !== undefined);
  if (stray === undefined) return undefined;
  const flag = stray === 'sampleRate' ? 'sample-rate' : stray;
  throw new UsageError('invalid-option', `\`--${flag}\` belongs to \`--stdin\`.`);
}

function parseFormat(text: string): PcmFormat {
  if (text === 's16le' || text === 'f32le') return text;
  throw new UsageError('invalid-option', `\`--format\` must be s16le or f32le, got \`${text}\`.`);
}
