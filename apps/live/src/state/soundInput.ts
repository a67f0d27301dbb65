import { microphone } from '@ser/recognizer/browser';
import { captureAddress } from '../audio/captureAddress.js';
import { decodeFile } from '../audio/decodeFile.js';
import type { Recording } from '../audio/recording.js';
import type { WorkerClient } from '../worker/workerClient.js';

/** What a stream needs of the page. */
export interface InputOwner {
  readonly worker: WorkerClient;
  readonly recording: Recording;
  /** Whose utterances the next samples are. @param origin of the stream in the recording, in seconds */
  streamOf(origin: number): { readonly speaker: string; readonly stream: number };
  /** @param file the name of the recording that is read */
  listening(source: 'off' | 'starting' | 'microphone' | 'file', file?: string): void;
  fail(error: unknown): void;
}

/** The microphone, or recordings, as the streams of the worker: one at a time. */
export class SoundInput {
  readonly #owner: InputOwner;
  #stop = new AbortController();
  /** The stream that runs, which never fails. */
  #running: Promise<void> = Promise.resolve();
  /** Start of the audio that comes in, in seconds of the recording. */
  #origin = 0;
  /** Seconds of it so far. */
  #seconds = 0;
  #isOpen = false;

  constructor(owner: InputOwner) {
    this.#owner = owner;
  }

  /** Start of the audio that comes in, in seconds of the recording. */
  get origin(): number {
    return this.#origin;
  }

  listen(): Promise<void> {
    return this.#exclusively(async (signal) => {
      this.#owner.listening('starting');
      const device = await microphone({ workletUrl: captureAddress });
      signal.addEventListener('abort', () => device.stop(), { once: true });
      if (signal.aborted) device.stop();
      await this.#stream(device.chunks, device.sampleRate, () => this.#owner.listening('microphone'));
    });
  }

  /** Reads recordings, one after the other. */
  read(files: readonly File[]): Promise<void> {
    return this.#exclusively(async (signal) => {
      for (const file of files) {
        if (signal.aborted) return;
        this.#owner.listening('file', file.name);
        const { samples, sampleRate } = await decodeFile(file);
        await this.#stream(secondsOf(samples, sampleRate, signal), sampleRate);
      }
    });
  }

  /** From here on, the audio is that of another speaker. */
  async changeSpeaker(): Promise<void> {
    if (!this.#isOpen) return;
    await this.#owner.worker.call('changeSpeaker', this.#owner.streamOf(this.#origin + this.#seconds));
  }

  /** @returns after the last utterance */
  stop(): Promise<void> {
    this.#stop.abort();
    return this.#running;
  }

  /** Runs a stream after the one that runs, which is stopped. */
  #exclusively(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    void this.stop();
    const { signal } = (this.#stop = new AbortController());
    const running = this.#running.then(async () => {
      try {
        await run(signal);
      } catch (error) {
        this.#owner.fail(error);
      } finally {
        this.#owner.listening('off');
      }
    });
    this.#running = running;
    return running;
  }

  async #stream(
    chunks: AsyncIterable<Float32Array>,
    sampleRate: number,
    onStart?: () => void,
  ): Promise<void> {
    const { recording, worker } = this.#owner;
    this.#origin = recording.startStream(sampleRate);
    this.#seconds = 0;
    this.#isOpen = true;
    await worker.call('start', { sampleRate, ...this.#owner.streamOf(this.#origin) });
    onStart?.();
    try {
      for await (const chunk of chunks) {
        recording.push(chunk);
        this.#seconds += chunk.length / sampleRate;
        worker.push(chunk as Float32Array<ArrayBuffer>);
      }
    } finally {
      this.#isOpen = false;
      recording.endStream();
      await worker.call('stop', undefined);
    }
  }
}

/** The samples in chunks of one second, until the signal is aborted. */
async function* secondsOf(
  samples: Float32Array,
  sampleRate: number,
  signal: AbortSignal,
): AsyncGenerator<Float32Array> {
  for (let start = 0; start < samples.length && !signal.aborted; start += sampleRate) {
    yield samples.slice(start, start + sampleRate);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
