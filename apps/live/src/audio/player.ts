import { recordingRate } from './recording.js';

/** Plays parts of the recording, one at a time. */
export class Player {
  #context: AudioContext | undefined;
  #source: AudioBufferSourceNode | undefined;

  /** @returns when the part ends or is stopped */
  async play(samples: Float32Array<ArrayBuffer>): Promise<void> {
    this.stop();
    if (samples.length === 0) return;
    this.#context ??= new AudioContext();
    await this.#context.resume();
    const buffer = this.#context.createBuffer(1, samples.length, recordingRate);
    buffer.copyToChannel(samples, 0);
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#context.destination);
    this.#source = source;
    await new Promise<void>((resolve) => {
      source.onended = () => resolve();
      source.start();
    });
  }

  stop(): void {
    this.#source?.stop();
    this.#source = undefined;
  }
}
