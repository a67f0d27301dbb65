import type { Segment, SessionPrediction, SmoothingOptions, SpeakerSession } from '@ser/recognizer';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { Interruption } from '../interruption.js';
import { microphone } from '../microphone/microphone.js';
import { recordedFormat } from '../microphone/recorders.js';
import { openChosenEngine, openModel } from '../openModel.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { jsonOption } from '../options/jsonOption.js';
import { modelOption } from '../options/model.js';
import { taughtModelFolder } from '../options/modelFolder.js';
import {
  addSoundFormatOptions,
  type SoundFormat,
  type SoundFormatOptions,
  soundFormatOf,
} from '../options/soundFormat.js';
import { rejectFile } from '../options/rejectFile.js';
import { hopOption, windowOption } from '../options/windows.js';
import { pluginOption } from '../options/plugin.js';
import { addExamples } from '../show/help.js';
import { writeJsonLine } from '../show/json.js';
import { type LiveView, liveView } from '../show/liveBars.js';
import { printable } from '../show/printable.js';
import { correctionKeys } from '../teach/correctionKeys.js';
import { Corrections } from '../teach/corrections.js';
import { RecentAudio } from '../teach/recentAudio.js';
import { UsageError } from '../usageError.js';

interface ListenOptions extends SoundFormatOptions {
  readonly model?: string;
  readonly window?: number;
  readonly hop?: number;
  readonly engine: EngineChoice;
  readonly json?: true;
  readonly save?: string;
}

/** `ser listen [--model MODEL] [--stdin …] [--window S --hop S] [--save FOLDER]` */
export function addListenCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('listen')
    .summary('recognize emotions live from the microphone')
    .description(
      'Recognizes emotions live, from the microphone (through arecord, rec, sox, or ffmpeg) or from raw audio on ' +
        'standard input. Answers are adapted to the speaker (the first five clips calibrate) and smoothed over time; ' +
        '--json also gives the answer for each window alone. In a terminal, a key for each emotion corrects the last ' +
        'answer: the model learns it at once. Press Ctrl-C to stop. Nothing leaves this computer.',
    )
    .addOption(modelOption());
  addSoundFormatOptions(command)
    .addOption(windowOption('seconds of audio per answer (default: 3)'))
    .addOption(hopOption('seconds from one answer to the next (default: a third of the window)'))
    .option('--save <folder>', 'save the corrections as a taught model, after each one (default: not saved)')
    .addOption(engineOption())
    .addOption(pluginOption())
    .addOption(jsonOption('write one JSON document per line, one for each window'))
    .action((options: ListenOptions) => listen(io, options));
  addExamples(
    command,
    'ser listen',
    'ser listen --model me --save me',
    'ffmpeg -loglevel error -i call.mp3 -ar 16000 -ac 1 -f s16le - | ser listen --stdin --json',
  );
}

async function listen(io: CommandIo, options: ListenOptions): Promise<void> {
  const { model, engine, json, save } = options;
  const stdin = soundFormatOf(options);
  if (save !== undefined && (stdin || json)) throw saveNeedsKeys();
  const folder =
    save === undefined ? undefined : await taughtModelFolder(io, '--save', { folder: save, model });
  const { recognizer } = await openModel(io, model, await openChosenEngine(io, engine));
  try {
    const session = recognizer.session();
    if (stdin || json) await listenOnly(io, session, options, stdin);
    else await listenWithKeys(io, session, { ...options, folder });
  } finally {
    recognizer.dispose();
  }
}

function saveNeedsKeys(): UsageError {
  return new UsageError(
    'invalid-option',
    '`--save` needs the keys of a terminal; got `--stdin` or `--json`. Leave out one of them.',
  );
}

/** Shows answers, or writes them for scripts. */
async function listenOnly(
  io: CommandIo,
  session: SpeakerSession,
  { json, window, hop }: ListenOptions,
  stdin: SoundFormat | undefined,
): Promise<void> {
  const view = json ? { show: jsonLines(io), stop() {} } : liveView(io, { labels: session.labels });
  const format = stdin ?? recordedFormat;
  const chunks = samplesOf(stdin ? rejectFile(standardInput(io)) : microphone(io), format);
  const { sampleRate, channels } = format;
  const smoothing: SmoothingOptions | undefined = json ? undefined : {};
  const cut = { sampleRate, channels, window, hop, smoothing, signal: io.signal };
  await showAnswers(io, session.stream(chunks, cut), view);
}

/** The same with the microphone; on a terminal, keys correct the last answer. */
async function listenWithKeys(
  io: CommandIo,
  session: SpeakerSession,
  { window = 3, hop, folder }: ListenOptions & { readonly folder: string | undefined },
): Promise<void> {
  const { sampleRate } = recordedFormat;
  const recent = new RecentAudio({ sampleRate, seconds: window + keptSeconds });
  const save = folder === undefined ? undefined : () => saveSession(folder, session);
  const corrections = new Corrections(session, { recent, save });
  const keyboard = correctionKeys(io, session.labels, (label) => corrections.correct(label));
  const { keys, signal = io.signal } = keyboard ?? {};
  const view = liveView(io, { labels: session.labels, keys });
  const chunks = corrected(samplesOf(microphone({ ...io, signal }), recordedFormat), recent, corrections);
  const answers = session.stream(chunks, { sampleRate, window, hop, smoothing: {}, signal });
  try {
    await showAnswers({ ...io, signal }, answers, {
      show(segment) {
        corrections.answered(segment);
        view.show(segment, corrections.note);
      },
      stop: () => view.stop(),
    });
  } finally {
    keyboard?.stop();
    const n = corrections.nTaught;
    if (folder !== undefined && n > 0)
      io.stderr.write(`${printable(`saved: ${n} ${n === 1 ? 'correction' : 'corrections'} in ${folder}`)}\n`);
  }
}

/** Corrections come this much later than their answer at most. */
const keptSeconds = 10;

/** Between two chunks nothing is recognized, so that a correction can be taught. */
async function* corrected(
  chunks: AsyncIterable<Float32Array>,
  recent: RecentAudio,
  corrections: Corrections,
): AsyncGenerator<Float32Array> {
  for await (const samples of chunks) {
    recent.push(samples);
    yield samples;
    await corrections.teach();
  }
}

async function saveSession(folder: string, session: SpeakerSession): Promise<void> {
  const { saveRecognizer } = await import('@ser/recognizer/node');
  await saveRecognizer(folder, session);
}

async function showAnswers(
  io: CommandIo,
  answers: AsyncIterable<Segment<SessionPrediction>>,
  view: LiveView,
): Promise<void> {
  let hasAnswered = false;
  try {
    for await (const segment of answers) {
      view.show(segment);
      hasAnswered = true;
    }
    if (!hasAnswered) io.stderr.write('No audio was received, so there is no answer.\n');
  } catch (error) {
    throw io.signal.aborted ? new Interruption('Stopped listening.') : error;
  } finally {
    view.stop();
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
