import { failureOf } from './failure.js';
import { LiveSession } from './liveSession.js';
import type { Calls, Reply, Request } from './protocol.js';

/** The part of a worker's scope that is used here. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Reply, transfer?: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;
const live = new LiveSession();

const calls: { [C in keyof Calls]: (...args: Parameters<Calls[C]>) => unknown } = {
  load: (request) => live.load(request),
  start: (options) =>
    live.start(
      options,
      (event) => scope.postMessage({ event, otherVoice: event.type === 'utterance.end' && live.otherVoice }),
      (error) => scope.postMessage({ streamFailure: failureOf(error) }),
    ),
  stop: () => live.stop(),
  newSpeaker: () => live.newSpeaker(),
  teach: (clip) => live.teach(clip),
  forget: (id) => live.forget(id),
  save: () => live.save(),
  predict: (clip) => live.predict(clip),
};

scope.onmessage = ({ data }) => {
  if ('chunk' in data) live.push(data.chunk);
  else void answer(data);
};

async function answer({ id, call, argument }: Exclude<Request, { chunk: unknown }>): Promise<void> {
  try {
    const result = await (calls[call] as (argument: unknown) => unknown)(argument);
    scope.postMessage({ id, answer: result });
  } catch (error) {
    scope.postMessage({ id, failure: failureOf(error) });
  }
}
