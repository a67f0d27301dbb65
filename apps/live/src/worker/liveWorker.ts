import { failureOf } from './failure.js';
import { LiveSession } from './liveSession.js';
import type { Calls, Notice, Reply, Request } from './protocol.js';

/** The part of a worker's scope that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Reply, transfer?: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;
const live = new LiveSession((notice) => scope.postMessage({ notice }, partsOf(notice)));

const calls: { [C in keyof Calls]: (...args: Parameters<Calls[C]>) => unknown } = {
  load: (options) => live.load(options),
  start: (options) => live.start(options),
  changeSpeaker: (options) => live.changeSpeaker(options),
  stop: () => live.stop(),
  startOver: (options) => live.startOver(options),
  teach: (options) => live.teach(options),
  forget: (options) => live.forget(options),
  save: (options) => live.save(options),
  startEvaluation: (options) => live.startEvaluation(options),
  predict: (clip) => live.predict(clip),
  endEvaluation: () => live.endEvaluation(),
};

scope.onmessage = ({ data }) => {
  if ('chunk' in data) live.push(data.chunk);
  else void answer(data);
};

/** The arrays that are moved rather than copied. */
function partsOf(notice: Notice): Transferable[] {
  return notice.type === 'sound' ? [notice.block.levels.buffer, notice.block.pitch.buffer] : [];
}

async function answer({ id, call, argument }: Exclude<Request, { chunk: unknown }>): Promise<void> {
  try {
    const result = await (calls[call] as (argument: unknown) => unknown)(argument);
    scope.postMessage({ id, answer: result });
  } catch (error) {
    scope.postMessage({ id, failure: failureOf(error) });
  }
}
