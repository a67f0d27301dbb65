import type { SpeakerSession } from '@ser/recognizer';
import { ChunkFeed } from './chunkFeed.js';
import type { LiveEvent } from './protocol.js';

/** Where the utterances of a stream go. */
export interface UtteranceReader {
  readonly session: SpeakerSession;
  readonly onEvent: (event: LiveEvent) => void;
}

/** The stream of one speaker after the other, from the same microphone; no sample is lost or read twice. */
export class UtteranceStreams {
  readonly #sampleRate: number;
  readonly #onFailure: (error: unknown) => void;
  #feed = new ChunkFeed();
  #reading: Promise<void> = Promise.resolve();

  constructor(sampleRate: number, onFailure: (error: unknown) => void) {
    this.#sampleRate = sampleRate;
    this.#onFailure = onFailure;
  }

  /** From here on, the audio is that of another speaker. It is read after the last utterance of the one before. */
  read({ session, onEvent }: UtteranceReader): void {
    const feed = new ChunkFeed();
    this.#feed.end();
    this.#feed = feed;
    const read = async () => {
      for await (const event of session.utterances(feed, { sampleRate: this.#sampleRate })) onEvent(event);
    };
    this.#reading = this.#reading.then(read).catch(this.#onFailure);
  }

  push(chunk: Float32Array): void {
    this.#feed.push(chunk);
  }

  /** @returns after the last utterance */
  end(): Promise<void> {
    this.#feed.end();
    return this.#reading;
  }
}
