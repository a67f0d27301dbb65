import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { eachFile, failureLine, fileResultJson, requireAllDone } from '../eachFile.js';
import { expandPatterns, inputPath } from '../inputFiles.js';
import { jsonOption } from '../options/jsonOption.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printable } from '../show/printable.js';
import { addConvertCommand } from './audioConvert.js';

/** `ser audio info FILE… | convert IN OUT.wav` */
export function addAudioCommand(program: Command, io: CommandIo): void {
  const audio = program
    .command('audio')
    .summary('show information about recordings and convert them')
    .description('Shows information about recordings and converts them.');
  addExamples(
    audio,
    'ser audio info clip.flac',
    'ser audio convert clip.flac clip.wav --sample-rate 16000 --mono',
  );
  const info = audio
    .command('info')
    .summary('show format, sample rate, channels, and length')
    .description(
      'Shows the format, sample rate, channels, and length of recordings, read from their headers.',
    )
    .argument('<file...>', 'WAV, FLAC, AIFF, MP3, or Ogg files')
    .addOption(jsonOption())
    .action((files: string[], { json }: { json?: true }) => showInfo(io, files, json === true));
  addExamples(info, 'ser audio info *.wav', 'ser audio info clip.wav --json');
  addConvertCommand(audio, io);
}

async function showInfo(io: CommandIo, typed: readonly string[], asJson: boolean): Promise<void> {
  const files = await expandPatterns(io, typed);
  const { readAudioInfo } = await import('@ser/audio-io/node');
  const results = await eachFile(io, files, {
    title: 'reading',
    work: async (file) => readAudioInfo(await inputPath(io, file)),
    onResult(result) {
      if ('failure' in result) {
        io.stderr.write(failureLine(result));
      } else if (!asJson) {
        const { container, encoding, sampleRate, nChannels, seconds } = result.answer;
        const channels = nChannels === 1 ? 'mono' : nChannels === 2 ? 'stereo' : `${nChannels} channels`;
        const format = `${container} ${encoding}, ${sampleRate} Hz, ${channels}, ${seconds.toFixed(3)} s`;
        io.stdout.write(`${printable(`${result.file}: ${format}`)}\n`);
      }
    },
  });
  if (asJson) writeJson(io, results.map(fileResultJson));
  requireAllDone(results);
}
