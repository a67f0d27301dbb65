import type { SessionPrediction, Taught, UtteranceEvent } from '@ser/recognizer';

/** Which model to use. */
export type ModelRequest =
  | { readonly kind: 'bundled'; readonly name: 'general' | 'general-small' }
  | { readonly kind: 'archive'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'files'; readonly name: string; readonly files: Readonly<Record<string, Uint8Array>> };

/** The model that is loaded. */
export interface LoadedModel {
  readonly name: string;
  /** The labels that it chooses from, those taught included. */
  readonly labels: readonly string[];
  /** What computes it, in words. */
  readonly engine: string;
  readonly taught: Taught;
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
  readonly before: SessionPrediction;
  readonly labels: readonly string[];
  readonly taught: Taught;
}

/** The calls that the worker answers. */
export interface Calls {
  load(request: ModelRequest): LoadedModel;
  /** Starts a stream; its utterances are events until it ends. */
  start(options: { readonly sampleRate: number }): void;
  /** Ends the stream: the answer comes after its last utterance. */
  stop(): void;
  newSpeaker(): void;
  teach(clip: Clip & { readonly label: string; readonly id?: string }): TaughtResult;
  forget(id: string): Omit<TaughtResult, 'id' | 'before'>;
  /** The model with what was taught, as a tar archive. */
  save(): Uint8Array;
  /** The answer of the model without adaptation to the speaker. */
  predict(clip: Clip): { readonly label: string; readonly speech: boolean };
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

/** A message from the worker: the answer to a call, an utterance, or the failure of the stream. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: Failure }
  /** `otherVoice` is known at the end of an utterance. */
  | { readonly event: LiveEvent; readonly otherVoice: boolean }
  | { readonly streamFailure: Failure };
