import { Recognizer, type SessionPrediction } from '@ser/recognizer';

/** What the page sends: mono samples of one utterance. */
export interface Utterance {
  readonly id: number;
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** What the page gets back. */
export type Answer =
  | { readonly id: number; readonly prediction: SessionPrediction }
  | { readonly id: number; readonly error: { readonly code: string; readonly message: string } };

/*
 * A module worker, so that a page stays smooth while a model computes. In the page:
 *
 *   const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
 *   worker.onmessage = ({ data }) => show(data);
 *   worker.postMessage({ id: 1, samples, sampleRate }, [samples.buffer]);
 */
const session = Recognizer.general().then((recognizer) => recognizer.session());

addEventListener(
  'message',
  ({ data }: MessageEvent<Utterance>) => void answer(data).then((message) => postMessage(message)),
);

async function answer({ id, samples, sampleRate }: Utterance): Promise<Answer> {
  try {
    return { id, prediction: await (await session).predict({ samples, sampleRate }) };
  } catch (error) {
    const { code = 'internal', message } = error as Error & { readonly code?: string };
    return { id, error: { code, message } };
  }
}
