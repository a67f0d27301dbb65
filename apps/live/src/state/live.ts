import type { Probabilities } from '@ser/recognizer';
import { microphone } from '@ser/recognizer/browser';
import { captureAddress } from '../audio/captureAddress.js';
import { decodeFile } from '../audio/decodeFile.js';
import { Recording } from '../audio/recording.js';
import { downloadModel, type Progress } from '../model/downloadModel.js';
import type { TaughtModels } from '../model/taughtModels.js';
import { failureOf } from '../worker/failure.js';
import type { Failure, LiveEvent, LoadedModel, ModelRequest, TaughtResult } from '../worker/protocol.js';
import type { WorkerClient } from '../worker/workerClient.js';
import { Store } from './store.js';
import { type Measurement, type Utterance, utteranceOf } from './utterance.js';

export interface LiveState {
  /** Progress of the download; `starting` once everything is downloaded. */
  readonly loading?: Progress | 'starting' | undefined;
  readonly model?: LoadedModel | undefined;
  readonly listening: 'off' | 'starting' | 'microphone' | 'file';
  /** Name of the file that is being read. */
  readonly file?: string | undefined;
  readonly problem?: Failure | undefined;
  readonly utterances: readonly Utterance[];
  readonly measurements: readonly Measurement[];
  /** The latest probabilities. */
  readonly now?: { readonly label: string; readonly probabilities: Probabilities } | undefined;
  readonly calibrated: boolean;
  readonly speaker: number;
  /** Clips of the taught model that is kept on the device; 0 if there is none. */
  readonly nKept: number;
}

const nothing = {
  utterances: [],
  measurements: [],
  now: undefined,
  calibrated: false,
} satisfies Partial<LiveState>;

/** The page's model, session, and recording. */
export class Live extends Store<LiveState> {
  readonly recording = new Recording();
  readonly worker: WorkerClient;
  readonly #kept: TaughtModels;
  #stop = new AbortController();
  /** The stream that runs, which never fails. */
  #running: Promise<void> = Promise.resolve();
  /** Start of the stream in the recording, in seconds. */
  #origin = 0;
  #nUtterances = 0;
  readonly #started = Date.now().toString(36);

  constructor(worker: WorkerClient, kept: TaughtModels) {
    super({ listening: 'off', speaker: 1, nKept: 0, ...nothing });
    this.worker = worker;
    this.#kept = kept;
    worker.onEvent = (event, otherVoice) => this.#receive(event, otherVoice);
    worker.onFailure = (error) => {
      this.fail(error);
      this.stop();
    };
    void this.#readKept();
  }

  /** Shows an error to the user. */
  fail(error: unknown): void {
    this.set({ problem: failureOf(error) });
  }

  /** Loads a model, and starts a new session with it. */
  async load(request: ModelRequest): Promise<void> {
    this.set({ loading: { done: 0, total: 0 }, problem: undefined });
    try {
      if (request.kind === 'bundled') await downloadModel(request.name, (loading) => this.set({ loading }));
      this.set({ loading: 'starting' });
      const model = await this.worker.call('load', request);
      this.set({ model, calibrated: false, now: undefined });
    } catch (error) {
      this.fail(error);
    } finally {
      this.set({ loading: undefined });
    }
  }

  /** Loads the taught model that is kept on the device. */
  async loadKept(name: string): Promise<void> {
    const kept = await this.#kept.read();
    if (kept) await this.load({ kind: 'archive', name, bytes: kept.bytes });
  }

  changeModel(): void {
    this.stop();
    this.set({ model: undefined });
  }

  listen(): Promise<void> {
    return this.#exclusively(async (signal) => {
      this.set({ listening: 'starting' });
      const device = await microphone({ workletUrl: captureAddress });
      signal.addEventListener('abort', () => device.stop(), { once: true });
      if (signal.aborted) device.stop();
      await this.#stream(device.chunks, device.sampleRate, 'microphone');
    });
  }

  /** Recognizes recordings, one after the other. */
  read(files: readonly File[]): Promise<void> {
    return this.#exclusively(async (signal) => {
      for (const file of files) {
        if (signal.aborted) return;
        this.set({ listening: 'file', file: file.name });
        const { samples, sampleRate } = await decodeFile(file);
        await this.#stream(secondsOf(samples, sampleRate, signal), sampleRate, 'file');
      }
    });
  }

  stop(): void {
    this.#stop.abort();
  }

  async newSpeaker(): Promise<void> {
    await this.worker.call('newSpeaker', undefined);
    this.set({ calibrated: false, speaker: this.state.speaker + 1 });
  }

  /** Deletes the recording and its utterances. */
  async startOver(): Promise<void> {
    this.stop();
    await this.#running;
    await this.worker.call('newSpeaker', undefined);
    this.recording.clear();
    this.set({ ...nothing, speaker: 1 });
  }

  /** Teaches the model the label of an utterance. */
  async correct(utterance: Utterance, label: string): Promise<void> {
    try {
      const samples = this.recording.slice(utterance.start, utterance.end);
      const clip = { samples, sampleRate: 16_000, label, id: utterance.id };
      await this.learned(await this.worker.call('teach', clip, [samples.buffer]));
      const change = (old: Utterance) => (old.id === utterance.id ? { ...old, corrected: label } : old);
      this.set({ utterances: this.state.utterances.map(change) });
    } catch (error) {
      this.fail(error);
    }
  }

  /** Takes over what was taught, and keeps it on the device. */
  async learned({ labels, taught }: Pick<TaughtResult, 'labels' | 'taught'>): Promise<void> {
    this.set({ model: { ...this.state.model!, labels, taught } });
    if (taught.ids.length === 0) return this.#removeKept();
    const bytes = await this.worker.call('save', undefined);
    await this.#kept.write({ bytes, nClips: taught.ids.length });
    this.set({ nKept: taught.ids.length });
  }

  /** Deletes what was taught, from the session and from the device. */
  async forgetAll(): Promise<void> {
    for (const id of this.state.model?.taught.ids ?? []) {
      const { labels, taught } = await this.worker.call('forget', id);
      this.set({ model: { ...this.state.model!, labels, taught } });
    }
    await this.#removeKept();
  }

  /** Runs a stream after the one that runs, which is stopped. */
  #exclusively(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.stop();
    const { signal } = (this.#stop = new AbortController());
    const running = this.#running.then(async () => {
      this.set({ problem: undefined });
      try {
        await run(signal);
      } catch (error) {
        this.fail(error);
      } finally {
        this.set({ listening: 'off', file: undefined });
      }
    });
    this.#running = running;
    return running;
  }

  async #stream(
    chunks: AsyncIterable<Float32Array>,
    sampleRate: number,
    listening: 'microphone' | 'file',
  ): Promise<void> {
    this.#origin = this.recording.startStream(sampleRate);
    await this.worker.call('start', { sampleRate });
    this.set({ listening });
    try {
      for await (const chunk of chunks) {
        this.recording.push(chunk);
        this.worker.push(chunk as Float32Array<ArrayBuffer>);
      }
    } finally {
      this.recording.endStream();
      await this.worker.call('stop', undefined);
    }
  }

  #receive(event: LiveEvent, otherVoice: boolean): void {
    if (event.type === 'utterance.start') return;
    const { label, probabilities, calibrated, speech } = event;
    const times = { start: this.#origin + event.start, end: this.#origin + event.end };
    if (speech) {
      const measurements = [...this.state.measurements, { ...times, probabilities }];
      this.set({ now: { label, probabilities }, calibrated, measurements });
    }
    if (event.type !== 'utterance.end' || !speech) return;
    const { model, speaker } = this.state;
    if (model) this.set({ model: { ...model, taught: { ...model.taught, otherVoice } } });
    const id = `${this.#started}-${++this.#nUtterances}`;
    this.set({
      utterances: [...this.state.utterances, { ...utteranceOf(event, this.#origin, id), speaker }],
    });
  }

  async #readKept(): Promise<void> {
    const kept = await this.#kept.read().catch(() => undefined); // a private window may have no storage
    this.set({ nKept: kept?.nClips ?? 0 });
  }

  async #removeKept(): Promise<void> {
    await this.#kept.remove();
    this.set({ nKept: 0 });
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
