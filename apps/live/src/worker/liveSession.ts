import { Recognizer, type SpeakerSession } from '@ser/recognizer';
import { ChunkFeed } from './chunkFeed.js';
import { LiveError } from './failure.js';
import type { Answer, Clip, LiveEvent, LoadedModel, ModelRequest, TaughtResult } from './protocol.js';

/** A model and a session with one speaker: what the worker does for the page. */
export class LiveSession {
  #recognizer: Recognizer | undefined;
  #session: SpeakerSession | undefined;
  #feed: ChunkFeed | undefined;
  #streaming: Promise<void> | undefined;

  async load(request: ModelRequest): Promise<LoadedModel> {
    await this.stop();
    const recognizer = await recognizerOf(request);
    this.#recognizer?.dispose();
    this.#recognizer = recognizer;
    this.#session = recognizer.session();
    const { labels, taught } = this.#session;
    return { name: request.name, labels, engine: engineOf(recognizer), taught };
  }

  /** Starts a stream. @param emit is called with each event */
  start(
    { sampleRate }: { readonly sampleRate: number },
    emit: (event: LiveEvent) => void,
    fail: (error: unknown) => void,
  ): void {
    const session = this.#loaded();
    const feed = new ChunkFeed();
    this.#feed?.end();
    this.#feed = feed;
    const read = async () => {
      for await (const event of session.utterances(feed, { sampleRate })) emit(event);
    };
    this.#streaming = read().catch(fail);
  }

  /** Adds audio to the stream. */
  push(chunk: Float32Array): void {
    this.#feed?.push(chunk);
  }

  async stop(): Promise<void> {
    this.#feed?.end();
    this.#feed = undefined;
    await this.#streaming;
  }

  /** Whether the last utterances probably have another voice than the taught clips. */
  get otherVoice(): boolean {
    return this.#session?.taught.otherVoice ?? false;
  }

  newSpeaker(): void {
    this.#loaded().newSpeaker();
  }

  async teach({
    label,
    id,
    ...clip
  }: Clip & { readonly label: string; readonly id?: string }): Promise<TaughtResult> {
    const session = this.#loaded();
    const result = await session.teach(clip, label, { id });
    return { ...result, labels: session.labels, taught: session.taught };
  }

  forget(id: string): Answer<'forget'> {
    const session = this.#loaded();
    session.forget(id);
    return { labels: session.labels, taught: session.taught };
  }

  async save(): Promise<Uint8Array> {
    return this.#loaded().toBytes();
  }

  async predict(clip: Clip): Promise<Answer<'predict'>> {
    this.#loaded();
    const { label, speech } = await this.#recognizer!.predict(clip);
    return { label, speech };
  }

  #loaded(): SpeakerSession {
    if (this.#session) return this.#session;
    throw new LiveError({
      code: 'no-model',
      message: 'A model must be loaded first. Choose one at the top of the page.',
    });
  }
}

function recognizerOf(request: ModelRequest): Promise<Recognizer> {
  if (request.kind === 'bundled') return Recognizer.bundled(request.name);
  return Recognizer.load(request.kind === 'archive' ? request.bytes : request.files);
}

function engineOf(recognizer: Recognizer): string {
  const hasEncoder = recognizer.members.some(({ features }) =>
    features.features.some((feature) => feature.name === 'encoder'),
  );
  return hasEncoder ? 'ONNX Runtime, WebAssembly' : 'JavaScript';
}
