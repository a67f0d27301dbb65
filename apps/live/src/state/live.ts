import { Recording } from '../audio/recording.js';
import { downloadModel } from '../model/downloadModel.js';
import { DownloadProgress, type Progress } from '../model/downloadProgress.js';
import type { KeptModel, TaughtModels } from '../model/taughtModels.js';
import { SoundTrack } from '../sound/soundTrack.js';
import { text } from '../text.js';
import { failureOf } from '../worker/failure.js';
import type { Failure, LoadedModel, ModelRequest, Notice, SpeakerModel } from '../worker/protocol.js';
import type { WorkerClient } from '../worker/workerClient.js';
import { SoundInput } from './soundInput.js';
import { newSpeaker, type Speaker, untaught, withCorrection, withEvent } from './speaker.js';
import { Store } from './store.js';
import type { Utterance } from './utterance.js';

export interface LiveState {
  /** Progress of the download; `starting` once everything is downloaded. */
  readonly loading?: Progress | 'starting' | undefined;
  readonly model?: LoadedModel | undefined;
  readonly listening: 'off' | 'starting' | 'microphone' | 'file';
  /** Name of the file that is being read. */
  readonly file?: string | undefined;
  readonly problem?: Failure | undefined;
  /** At least one. */
  readonly speakers: readonly Speaker[];
  /** Id of the speaker who speaks now. */
  readonly selected: string;
  /** Taught models that are kept on the device. */
  readonly kept: readonly KeptModel[];
}

/** The page's model, speakers, and recording. */
export class Live extends Store<LiveState> {
  readonly recording = new Recording();
  readonly sound = new SoundTrack();
  readonly worker: WorkerClient;
  readonly input: SoundInput;
  readonly #kept: TaughtModels;
  /** Whose utterances the streams have, and where in the recording they start, in seconds. */
  readonly #streams = new Map<number, { readonly speaker: string; readonly origin: number }>();
  #progress = new DownloadProgress();
  #nUtterances = 0;
  #nSpeakers = 1;

  constructor(worker: WorkerClient, kept: TaughtModels) {
    const first = newSpeaker(uniqueId(), text.speakers.name(1), untaught([]));
    super({ listening: 'off', speakers: [first], selected: first.id, kept: [] });
    this.worker = worker;
    this.#kept = kept;
    this.input = new SoundInput({
      ...{ worker, recording: this.recording, fail: (error) => this.fail(error) },
      streamOf: (origin) => this.#streamOf(origin),
      listening: (listening, file) => this.set({ listening, file }),
    });
    worker.onNotice = (notice) => this.#receive(notice);
    void this.#readKept();
  }

  /** The speaker who speaks now. */
  get speaker(): Speaker {
    const { speakers, selected } = this.state;
    return speakers.find(({ id }) => id === selected)!;
  }

  /** Shows an error to the user. */
  fail(error: unknown): void {
    this.set({ problem: failureOf(error) });
  }

  /** Loads a model. @param owner of what it was taught, if that is not the speaker who speaks now */
  async load(request: ModelRequest, owner?: Pick<KeptModel, 'id' | 'name'>): Promise<void> {
    this.set({ loading: { done: 0, total: 0 }, problem: undefined });
    try {
      await this.input.stop();
      this.#progress = new DownloadProgress();
      if (request.kind === 'bundled') {
        await downloadModel(request.name, (event) => this.set({ loading: this.#progress.after(event) }));
      }
      this.set({ loading: 'starting' });
      const { id } = owner ?? this.#renewed(this.speaker);
      const model = await this.worker.call('load', { request, speaker: id });
      this.#start(model, owner, id);
    } catch (error) {
      this.fail(error);
    } finally {
      this.set({ loading: undefined });
    }
  }

  /** Loads a taught model that is kept on the device. */
  loadKept(kept: KeptModel): Promise<void> {
    return this.load({ kind: 'archive', name: kept.name, bytes: kept.bytes }, kept);
  }

  changeModel(): void {
    void this.input.stop();
    this.set({ model: undefined });
  }

  /** Adds a speaker, who speaks from now on. */
  async addSpeaker(): Promise<void> {
    const { model, speakers } = this.state;
    const name = text.speakers.name(++this.#nSpeakers);
    const speaker = newSpeaker(uniqueId(), name, untaught(model?.labels ?? []));
    this.set({ speakers: [...speakers, speaker] });
    await this.select(speaker.id);
  }

  /** From now on, this speaker speaks. */
  async select(id: string): Promise<void> {
    if (id === this.state.selected) return;
    this.set({ selected: id });
    await this.input.changeSpeaker();
  }

  async rename(id: string, name: string): Promise<void> {
    this.#change(id, (speaker) => ({ ...speaker, name }));
    const kept = this.state.kept.find((model) => model.id === id);
    if (kept) await this.#kept.write({ ...kept, name }).then(() => this.#readKept());
  }

  /** Deletes the recording, its utterances, and the other speakers. */
  async startOver(): Promise<void> {
    await this.input.stop();
    const { id, name, model } = this.speaker;
    await this.worker.call('startOver', { kept: id });
    this.recording.clear();
    this.sound.clear();
    this.#nSpeakers = 1;
    this.set({ speakers: [newSpeaker(id, name, model)] });
  }

  /** Teaches the model the label of an utterance. */
  async correct({ id, start, end }: Utterance, label: string): Promise<void> {
    const speaker = this.state.selected;
    try {
      const samples = await this.recording.slice(start, end);
      const clip = { samples, sampleRate: 16_000, label, id, speaker };
      const { model } = await this.worker.call('teach', clip, [samples.buffer]);
      this.#change(speaker, (old) => withCorrection(old, id, label));
      await this.learned(speaker, model);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Takes over what was taught, and keeps it on the device. */
  async learned(speaker: string, model: SpeakerModel): Promise<void> {
    this.#change(speaker, (old) => ({ ...old, model }));
    const nClips = model.taught.ids.length;
    if (nClips === 0) await this.#kept.remove(speaker);
    else {
      const bytes = await this.worker.call('save', { speaker });
      const { name } = this.state.speakers.find(({ id }) => id === speaker)!;
      await this.#kept.write({ id: speaker, name, bytes, nClips });
    }
    await this.#readKept();
  }

  /** Deletes what a speaker taught, from the session and from the device. */
  async forgetAll({ id, model }: Speaker): Promise<void> {
    await this.learned(id, await this.worker.call('forget', { speaker: id, ids: model.taught.ids }));
  }

  /** Somebody whose taught model is kept gets another id with a new model, so that it is not overwritten. */
  #renewed(speaker: Speaker): Speaker {
    const isKept = this.state.kept.some(({ id }) => id === speaker.id);
    return isKept ? { ...speaker, id: uniqueId() } : speaker;
  }

  /** Speakers keep their utterances, and start again with the new model. */
  #start(model: LoadedModel, owner: Pick<KeptModel, 'id' | 'name'> | undefined, first: string): void {
    const { speakers, selected } = this.state;
    const others = speakers
      .filter(({ id, utterances }) => owner === undefined || (id !== first && utterances.length > 0))
      .map((speaker) => ({
        ...(speaker.id === selected && !owner ? { ...speaker, id: first } : this.#renewed(speaker)),
        ...{ model: untaught(model.labels), calibrated: false, now: undefined },
      }));
    const all = owner ? [...others, newSpeaker(first, owner.name, untaught(model.labels))] : others;
    this.set({ model, speakers: all, selected: first });
    this.#change(first, (speaker) => ({ ...speaker, model: model.first }));
  }

  #streamOf(origin: number) {
    const { selected: speaker } = this.state;
    const stream = this.#streams.size;
    this.#streams.set(stream, { speaker, origin });
    return { speaker, stream };
  }

  #receive(notice: Notice): void {
    if (notice.type === 'sound') return this.sound.write(notice.block, this.input.origin);
    if (notice.type === 'load') return this.set({ loading: this.#progress.after(notice.event) });
    if (notice.type === 'failure') {
      this.set({ problem: notice.failure });
      return void this.input.stop();
    }
    const { stream, event, otherVoice } = notice;
    const { speaker, origin } = this.#streams.get(stream)!;
    const id = event.type === 'utterance.end' ? `${speaker}-${++this.#nUtterances}` : '';
    this.#change(speaker, (old) => withEvent(old, event, { origin, otherVoice, id }));
  }

  #change(id: string, change: (speaker: Speaker) => Speaker): void {
    this.set({ speakers: this.state.speakers.map((old) => (old.id === id ? change(old) : old)) });
  }

  async #readKept(): Promise<void> {
    this.set({ kept: await this.#kept.list().catch(() => []) }); // a private window may have no storage
  }
}

/** Unique among the sessions of this device. */
function uniqueId(): string {
  return crypto.randomUUID();
}
