import type { LoadEvent, RecognizerCard, SessionPrediction, Taught, UtteranceEvent } from '@ser/recognizer';
import type { SoundBlock } from '../sound/soundBlock.js';

/** Which model to use. */
export type ModelRequest =
  | { readonly kind: 'bundled'; readonly name: 'general' | 'general-small' }
  | { readonly kind: 'archive'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'files'; readonly name: string; readonly files: Readonly<Record<string, Uint8Array>> };

/** The model that is loaded. */
export interface LoadedModel {
  readonly name: string;
  /** What computes it, in words. */
  readonly engine: string;
  readonly card: RecognizerCard;
  /** The labels before a voice was taught: those of new speakers. */
  readonly labels: readonly string[];
  /** What the model knows of its first speaker: what was taught before it was saved. */
  readonly first: SpeakerModel;
}

/** The model of one speaker. */
export interface SpeakerModel {
  /** The labels that it chooses from, those taught included. */
  readonly labels: readonly string[];
  readonly taught: Taught;
  /** Unweighted average recall of the taught clips without what was taught; undefined with fewer than two labels. */
  readonly before?: number | undefined;
}

/** One channel. */
export interface Clip {
  readonly samples: Float32Array;
  /** In Hz. */
  readonly sampleRate: number;
}

/** What teaching a clip changed. */
export interface TaughtResult {
  readonly id: string;
  /** What the clip was recognized as before it was taught. */
  readonly recognized: SessionPrediction;
  readonly model: SpeakerModel;
}

/** Whose utterances a stream has, by the ids that the page gives. */
export interface StreamOfSpeaker {
  readonly speaker: string;
  /** Its events carry this number. */
  readonly stream: number;
}

/** The calls that the worker answers. */
export interface Calls {
  /** Loads a model; what it was taught is that of the speaker. */
  load(options: { readonly request: ModelRequest; readonly speaker: string }): LoadedModel;
  /** Starts a stream; its utterances are events until it ends. */
  start(options: StreamOfSpeaker & { readonly sampleRate: number }): void;
  /** From here on, another speaker speaks. */
  changeSpeaker(options: StreamOfSpeaker): void;
  /** Ends the stream: the answer comes after its last utterance. */
  stop(): void;
  /** Forgets how the speakers sound; what was taught to the one that is kept stays. */
  startOver(options: { readonly kept: string }): void;
  teach(
    options: Clip & { readonly speaker: string; readonly label: string; readonly id?: string },
  ): TaughtResult;
  forget(options: { readonly speaker: string; readonly ids: readonly string[] }): SpeakerModel;
  /** The model with what was taught, as a tar archive. */
  save(options: { readonly speaker: string }): Uint8Array;
  /** Prepares `predict` with what was taught. */
  startEvaluation(options: { readonly speaker: string }): void;
  /** The answer without adaptation to the voice. */
  predict(clip: Clip): { readonly label: string; readonly speech: boolean };
  endEvaluation(): void;
}

export type CallName = keyof Calls;
export type Argument<C extends CallName> = Parameters<Calls[C]> extends [infer A] ? A : undefined;
export type Answer<C extends CallName> = ReturnType<Calls[C]>;

/** A message to the worker: a call, or a part of the stream. */
export type Request =
  | { readonly id: number; readonly call: CallName; readonly argument: unknown }
  | { readonly chunk: Float32Array };

/** An error, as it travels between threads. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type LiveEvent = UtteranceEvent<SessionPrediction>;

/** What the worker tells without being asked. */
export type Notice =
  /** `otherVoice` is known at the end of an utterance. */
  | {
      readonly type: 'utterance';
      readonly stream: number;
      readonly event: LiveEvent;
      readonly otherVoice: boolean;
    }
  /** Spectrogram and pitch of the stream. */
  | { readonly type: 'sound'; readonly block: SoundBlock }
  /** A file of the model is being downloaded. */
  | { readonly type: 'load'; readonly event: LoadEvent }
  /** The stream failed. */
  | { readonly type: 'failure'; readonly failure: Failure };

/** A message from the worker: the answer to a call, or a notice. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: Failure }
  | { readonly notice: Notice };
