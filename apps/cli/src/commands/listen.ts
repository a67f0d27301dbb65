import type { Segment, SessionPrediction, SmoothingOptions } from '@ser/recognizer';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { Interruption } from '../interruption.js';
import { microphone } from '../microphone/microphone.js';
import { recordedFormat } from '../microphone/recorders.js';
import { openChosenEngine, openModel } from '../openModel.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { modelOption } from '../options/model.js';
import {
  addSoundFormatOptions,
  type SoundFormat,
  type SoundFormatOptions,
  soundFormatOf,
} from '../options/soundFormat.js';
import { rejectFile } from '../options/rejectFile.js';
import { hopOption, windowOption } from '../options/windows.js';
import { addExamples } from '../show/help.js';
import { writeJsonLine } from '../show/json.js';
import { liveView } from '../show/liveBars.js';

interface ListenOptions extends SoundFormatOptions {
  readonly model?: string;
  readonly window?: number;
  readonly hop?: number;
  readonly engine: EngineChoice;
  readonly json?: true;
}

/** `ser listen [--model MODEL] [--stdin …] [--window S --hop S]` */
export function addListenCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('listen')
    .summary('recognize emotions live from the microphone')
    .description(
      'Recognizes emotions live, from the microphone (through arecord, rec, sox, or ffmpeg) or from raw audio on ' +
        'standard input. Answers are adapted to the speaker (the first five clips calibrate) and smoothed over time; ' +
        '--json also gives the answer for each window alone. Press Ctrl-C to stop. Nothing leaves this computer.',
    )
    .addOption(modelOption());
  addSoundFormatOptions(command)
    .addOption(windowOption('seconds of audio per answer (default: 3)'))
    .addOption(hopOption('seconds from one answer to the next (default: a third of the window)'))
    .addOption(engineOption())
    .addOption(jsonOption('write one JSON document per line, one for each window'))
    .action((options: ListenOptions) => listen(io, options));
  addExamples(
    command,
    'ser listen',
    'ffmpeg -loglevel error -i call.mp3 -ar 16000 -ac 1 -f s16le - | ser listen --stdin --json',
  );
}

async function listen(io: CommandIo, options: ListenOptions): Promise<void> {
  const { model, engine, json, window, hop } = options;
  const stdin = soundFormatOf(options);
  const { recognizer } = await openModel(io, model, await openChosenEngine(io, engine));
  const view = json ? { show: jsonLines(io), stop() {} } : liveView(io, recognizer.labels);
  const format = stdin ?? recordedFormat;
  const chunks = samplesOf(stdin ? rejectFile(standardInput(io)) : microphone(io), format);
  const { sampleRate, channels } = format;
  const cut = { sampleRate, channels, window, hop, signal: io.signal };
  try {
    const smoothing: SmoothingOptions | undefined = json ? undefined : {};
    let hasAnswered = false;
    for await (const segment of recognizer.session().stream(chunks, { ...cut, smoothing })) {
      view.show(segment);
      hasAnswered = true;
    }
    if (!hasAnswered) io.stderr.write('No audio was received, so there is no answer.\n');
  } catch (error) {
    throw io.signal.aborted ? new Interruption('Stopped listening.') : error;
  } finally {
    view.stop();
    recognizer.dispose();
  }
}

/** Ctrl-C closes the stream: otherwise it would keep the process alive. */
async function* standardInput({ stdin, signal }: CommandIo): AsyncGenerator<Uint8Array> {
  const close = () => stdin.destroy();
  signal.addEventListener('abort', close, { once: true });
  try {
    for await (const bytes of stdin) yield bytes as Uint8Array;
  } finally {
    signal.removeEventListener('abort', close);
  }
}

async function* samplesOf(
  bytes: AsyncIterable<Uint8Array>,
  { format }: Pick<SoundFormat, 'format'>,
): AsyncGenerator<Float32Array> {
  const { PcmStream } = await import('@ser/audio-io');
  const pcm = new PcmStream({ format });
  for await (const part of bytes) yield pcm.push(part);
}

/** Scripts get the answer for each window alone, as for a file, and the answer adapted to the speaker. */
function jsonLines(io: CommandIo): (segment: Segment<SessionPrediction>) => void {
  return ({ start, end, quality, clipsUsed, calibrated, ...answer }) => {
    const { label, probabilities } = answer;
    const raw = answer.speech ? answer.raw : { label, probabilities };
    const spoken = answer.speech
      ? { speech: true, centered: { label, probabilities } }
      : { speech: false, reason: answer.reason };
    writeJsonLine(io, { start, end, ...raw, ...spoken, quality, clipsUsed, calibrated });
  };
}
