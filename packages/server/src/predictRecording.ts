import { readAudioBlocks } from '@ser/audio-io/node';
import type { AudioChunk, Recognizer } from '@ser/recognizer';
import { answerOf } from './answers.js';
import type { PredictParameters } from './requestParameters.js';
import type { Sessions } from './sessions.js';

export interface PredictContext {
  readonly recognizer: Recognizer;
  readonly sessions: Sessions;
  /** Longest recording with one answer for the whole, in seconds. */
  readonly maxSeconds: number;
  readonly signal: AbortSignal;
}

/** The answer for a recording on disk: one for the whole, one per window, or one per utterance. */
export async function predictRecording(
  path: string,
  { top, window, hop, utterances, session }: PredictParameters,
  { recognizer, sessions, maxSeconds, signal }: PredictContext,
): Promise<object> {
  if (utterances) return { utterances: await utterancesOf(path, recognizer, { top, signal }) };
  if (window !== undefined) {
    const segments = await recognizer.segments(path, { window, ...(hop !== undefined && { hop }), signal });
    return { segments: segments.map((segment) => answerOf(segment, top)) };
  }
  const options = { signal, maxSeconds };
  if (session === undefined) return answerOf(await recognizer.predict(path, options), top);
  return sessions.use(session, async (speaker) => answerOf(await speaker.predict(path, options), top));
}

async function utterancesOf(
  path: string,
  recognizer: Recognizer,
  { top, signal }: { readonly top?: number | undefined; readonly signal: AbortSignal },
): Promise<readonly object[]> {
  const blocks = readAudioBlocks(path, { signal })[Symbol.asyncIterator]();
  const first = await blocks.next();
  if (first.done) return [];
  const { sampleRate, channels } = first.value;
  const chunks = (async function* (): AsyncGenerator<AudioChunk> {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => blocks };
  })();
  const answers: object[] = [];
  for await (const event of recognizer.utterances(chunks, {
    sampleRate,
    channels: channels.length,
    signal,
  })) {
    if (event.type === 'utterance.end') answers.push(answerOf(event, top));
  }
  return answers;
}
