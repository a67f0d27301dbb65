import { Readable, Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { Recognizer } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { answerClip, readForAnswer } from './predictClip.js';
import type { PredictThreadData, PredictThreadReply, PredictThreadRequest } from './predictThreadMessages.js';

// The program of a thread of `ser predict --workers`: it answers clips one after the other, and reads the next one meanwhile.

const { files, engine, options, cwd, env, plugins } = workerData as PredictThreadData;

const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });

const io: CommandIo = {
  ...{ stdout: silent(), stderr: silent(), stdin: Readable.from([]), cwd, env, invocation: 'ser' },
  programs: {
    find: () => Promise.resolve(undefined),
    start: () => {
      throw new Error('A thread records nothing.');
    },
  },
  now: () => performance.now(),
  signal: new AbortController().signal,
};

async function open(): Promise<Recognizer> {
  if (plugins.length > 0) await (await import('@ser/experiments')).loadPlugins(plugins);
  return Recognizer.load(files, { engine });
}

const opening = open();
opening.catch(() => undefined); // reported by each clip
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ id, clip }: PredictThreadRequest) => {
  const read = readForAnswer(io, clip, options);
  read.catch(() => undefined); // reported below
  last = last.then(() => answer(id, read)).then((reply) => parentPort!.postMessage(reply));
});

async function answer(id: number, read: ReturnType<typeof readForAnswer>): Promise<PredictThreadReply> {
  try {
    return { id, outcome: await answerClip(io, await opening, await read, options) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
