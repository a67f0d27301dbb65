import { type Command, Option } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { convertedBlocks } from '../convertedBlocks.js';
import { fromCwd } from '../fromCwd.js';
import { inputPath } from '../inputFiles.js';
import { jsonOption } from '../options/jsonOption.js';
import { wholeNumber } from '../options/number.js';
import { oneOf } from '../options/oneOf.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printable } from '../show/printable.js';

const formats = ['pcm16', 'pcm24', 'float32'] as const;

interface ConvertOptions {
  readonly sampleRate?: number;
  readonly mono?: true;
  readonly format: (typeof formats)[number];
  readonly json?: true;
}

/** `ser audio convert IN OUT.wav` */
export function addConvertCommand(audio: Command, io: CommandIo): void {
  const convert = audio
    .command('convert')
    .summary('convert a recording to WAV')
    .description('Converts a recording in any supported format to WAV.')
    .argument(
      '<in>',
      'WAV, FLAC, or AIFF file (MP3 and Ogg need an optional package; the error message names it)',
    )
    .argument('<out>', 'the WAV file to write')
    .option(
      '--sample-rate <hz>',
      'resample to this rate (default: keep the rate)',
      wholeNumber('--sample-rate', { min: 1 }),
    )
    .option('--mono', 'mix all channels down to one')
    .addOption(
      new Option('--format <name>', 'sample format: pcm16, pcm24, or float32')
        .default('pcm16')
        .argParser(oneOf('--format', formats)),
    )
    .addOption(jsonOption())
    .action((from: string, to: string, options: ConvertOptions) => convertFile(io, from, to, options));
  addExamples(convert, 'ser audio convert clip.flac clip.wav --sample-rate 16000 --mono');
}

async function convertFile(io: CommandIo, from: string, to: string, options: ConvertOptions): Promise<void> {
  const { readAudioBlocks, readAudioInfo, writeWav } = await import('@ser/audio-io/node');
  const { format, mono, sampleRate } = options;
  const blocks = readAudioBlocks(await inputPath(io, from), { signal: io.signal });
  const out = fromCwd(io, to);
  await writeWav(out, convertedBlocks(blocks, { sampleRate, mono }), { format });
  const { nChannels, sampleRate: rate } = await readAudioInfo(out);
  if (options.json) return writeJson(io, { file: from, out: to, format, sampleRate: rate, nChannels });
  const channels = nChannels === 1 ? 'mono' : `${nChannels} channels`;
  io.stdout.write(`${printable(to)}  ${format}, ${rate} Hz, ${channels}\n`);
}
