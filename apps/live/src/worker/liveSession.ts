import { Recognizer, type SpeakerSession } from '@ser/recognizer';
import { Evaluator } from './evaluator.js';
import { failureOf, LiveError } from './failure.js';
import type {
  Argument,
  LoadedModel,
  ModelRequest,
  Notice,
  SpeakerModel,
  StreamOfSpeaker,
  TaughtResult,
} from './protocol.js';
import { SoundAnalysis } from './soundAnalysis.js';
import { speakerModel, SpeakerModels } from './speakerModels.js';
import { UtteranceStreams } from './utteranceStreams.js';

/** A model and its speakers: what the worker does for the page. */
export class LiveSession {
  readonly #notify: (notice: Notice) => void;
  #recognizer: Recognizer | undefined;
  #speakers: SpeakerModels | undefined;
  #streams: UtteranceStreams | undefined;
  #analysis: SoundAnalysis | undefined;
  #evaluator: Evaluator | undefined;

  /** @param notify is called with each event */
  constructor(notify: (notice: Notice) => void) {
    this.#notify = notify;
  }

  async load({ request, speaker }: Argument<'load'>): Promise<LoadedModel> {
    await this.stop();
    const recognizer = await this.#open(request);
    this.endEvaluation();
    this.#recognizer?.dispose();
    this.#recognizer = recognizer;
    this.#speakers = new SpeakerModels(recognizer, speaker);
    const untaught = new SpeakerModels(recognizer, speaker).of(`not ${speaker}`);
    return {
      ...{ name: request.name, engine: engineOf(recognizer), card: recognizer.card },
      ...{ labels: untaught.labels, first: speakerModel(this.#session(speaker)) },
    };
  }

  /** Starts a stream. */
  start({ sampleRate, ...speaker }: Argument<'start'>): void {
    const reader = this.#readerOf(speaker);
    void this.#streams?.end();
    this.#analysis = new SoundAnalysis(sampleRate);
    this.#streams = new UtteranceStreams(sampleRate, (error) =>
      this.#notify({ type: 'failure', failure: failureOf(error) }),
    );
    this.#streams.read(reader);
  }

  changeSpeaker(speaker: StreamOfSpeaker): void {
    this.#streams?.read(this.#readerOf(speaker));
  }

  /** Adds audio to the stream. */
  push(chunk: Float32Array): void {
    this.#streams?.push(chunk);
    for (const block of this.#analysis?.push(chunk) ?? []) this.#notify({ type: 'sound', block });
  }

  async stop(): Promise<void> {
    for (const block of this.#analysis?.end() ?? []) this.#notify({ type: 'sound', block });
    this.#analysis = undefined;
    await this.#streams?.end();
    this.#streams = undefined;
  }

  startOver({ kept }: Argument<'startOver'>): void {
    this.#speakers?.startOver(kept);
  }

  async teach({ speaker, label, id, ...clip }: Argument<'teach'>): Promise<TaughtResult> {
    const session = this.#session(speaker);
    const taught = await session.teach(clip, label, { id });
    return { id: taught.id, recognized: taught.before, model: speakerModel(session) };
  }

  forget({ speaker, ids }: Argument<'forget'>): SpeakerModel {
    const session = this.#session(speaker);
    for (const id of ids) session.forget(id);
    return speakerModel(session);
  }

  save({ speaker }: Argument<'save'>): Promise<Uint8Array> {
    return this.#session(speaker).toBytes();
  }

  async startEvaluation({ speaker }: Argument<'startEvaluation'>): Promise<void> {
    const session = this.#session(speaker);
    this.endEvaluation();
    this.#evaluator = await Evaluator.open(this.#recognizer!, session);
  }

  predict(clip: Argument<'predict'>) {
    if (!this.#evaluator) throw noModel();
    return this.#evaluator.predict(clip);
  }

  endEvaluation(): void {
    this.#evaluator?.close();
    this.#evaluator = undefined;
  }

  #session(speaker: string): SpeakerSession {
    if (this.#speakers) return this.#speakers.of(speaker);
    throw noModel();
  }

  #readerOf({ speaker, stream }: StreamOfSpeaker) {
    const session = this.#session(speaker);
    return {
      session,
      onEvent: (event: Extract<Notice, { type: 'utterance' }>['event']) => {
        const otherVoice = event.type === 'utterance.end' && session.taught.otherVoice;
        this.#notify({ type: 'utterance', stream, event, otherVoice });
      },
    };
  }

  #open(request: ModelRequest): Promise<Recognizer> {
    if (request.kind === 'bundled') return Recognizer.bundled(request.name);
    return Recognizer.load(request.kind === 'archive' ? request.bytes : request.files, {
      onEvent: (event) => this.#notify({ type: 'load', event }),
    });
  }
}

function noModel(): LiveError {
  return new LiveError({
    code: 'no-model',
    message: 'A model must be loaded first. Choose one at the top of the page.',
  });
}

function engineOf(recognizer: Recognizer): string {
  const hasEncoder = recognizer.members.some(({ features }) =>
    features.features.some((feature) => feature.name === 'encoder'),
  );
  return hasEncoder ? 'ONNX Runtime, WebAssembly' : 'JavaScript';
}
