import { join } from 'node:path';
import { SerError } from '@ser/core';
import type { CorpusScan } from '@ser/datasets/node';
import type { Utterance } from '@ser/datasets';
import type { RecognizerCard, SpeakerSession } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { describeFailure } from '../failure.js';
import { readData } from '../options/data.js';
import type { OwnDataOptions } from '../options/ownData.js';
import { duration } from '../show/figures.js';
import { printable } from '../show/printable.js';
import { startProgress } from '../show/progress.js';
import type { RejectedClip, TeachingOutcome } from './teachingResult.js';

/** The estimate of many more clips would take minutes. */
const maxClips = 500;

export interface TeachClipsOptions {
  /** `[NAME=]PATH…` */
  readonly data: readonly string[];
  readonly own: OwnDataOptions;
  readonly trainedOn: RecognizerCard['trainedOn'];
}

interface ListedClip {
  readonly utterance: Utterance;
  readonly folder: string;
}

/**
 * Teaches a session recordings. Those that cannot be taught are named on standard error, and the others are taught.
 *
 * @throws {SerError} `too-many-clips`; as `readData`
 */
export async function teachClips(
  io: CommandIo,
  session: SpeakerSession,
  options: TeachClipsOptions,
): Promise<TeachingOutcome> {
  const clips = await listClips(io, options);
  if (clips.length > maxClips) throw tooMany(clips.length);
  const progress = startProgress(io, 'teaching', clips.length);
  const rejected: RejectedClip[] = [];
  const started = io.now();
  try {
    for (const [i, clip] of clips.entries()) {
      io.signal.throwIfAborted();
      const failure = await teachClip(io, session, clip);
      if (failure) rejected.push(failure);
      const left = ((io.now() - started) / 1000 / (i + 1)) * (clips.length - i - 1);
      progress.update(i + 1, i + 1 < clips.length ? `${duration(left)} left` : '');
    }
  } finally {
    progress.stop();
  }
  for (const { file, error } of rejected)
    io.stderr.write(`${printable(`rejected: ${file}: ${error.message}`)}\n`);
  const speakers = clips.flatMap(({ utterance }) => utterance.speaker ?? []);
  return { rejected, speakers: [...new Set(speakers)].sort(), otherVoice: false };
}

async function listClips(
  io: CommandIo,
  { data, own, trainedOn }: TeachClipsOptions,
): Promise<readonly ListedClip[]> {
  const { scanCorpus } = await import('@ser/datasets/node');
  const sources = await readData(io, data, { corpora: trainedOn.map(({ corpus }) => corpus), own });
  const listed: ListedClip[] = [];
  for (const source of sources) {
    const scan: CorpusScan =
      'utterances' in source ? source : await scanCorpus(source.corpus, source.folder, { signal: io.signal });
    for (const { file, what } of scan.irregular)
      io.stderr.write(`${printable(`irregular: ${file}: ${what}`)}\n`);
    for (const utterance of scan.utterances) {
      if (own.labels?.includes(utterance.emotion) === false) continue;
      listed.push({ utterance, folder: scan.folder });
    }
  }
  return listed;
}

/** @returns why the clip cannot be taught; undefined if it was taught */
async function teachClip(
  io: CommandIo,
  session: SpeakerSession,
  { utterance, folder }: ListedClip,
): Promise<RejectedClip | undefined> {
  const { readClip } = await import('@ser/datasets/node');
  const { path, start, end, emotion, id } = utterance;
  try {
    const part = { start, end, sampleRate: session.sampleRate, maxSeconds: 600, signal: io.signal };
    await session.teach(await readClip(join(folder, path), part), emotion, { id, signal: io.signal });
    return undefined;
  } catch (error) {
    const { code, message } = describeFailure(error);
    if (io.signal.aborted || code === 'bug' || code === 'not-teachable') throw error;
    return { file: path, error: { code, message } };
  }
}

function tooMany(n: number): SerError {
  return new SerError<string>(
    'too-many-clips',
    `At most ${maxClips} clips of one speaker can be taught; got ${n}. Use fewer recordings or \`--labels\`, or train a ` +
      'model with `ser train`.',
  );
}
