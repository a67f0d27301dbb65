import type { RecognizerFiles } from '@ser/recognizer';
import type { InputClip } from './inputClips.js';
import type { ClipOptions, Outcome } from './predictClip.js';

/** What a thread needs: the model as files, so that all have the same one. */
export interface PredictThreadData {
  readonly files: RecognizerFiles;
  readonly engine: string;
  readonly options: ClipOptions;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Plugins to load first. */
  readonly plugins: readonly string[];
}

/** A clip to answer. */
export interface PredictThreadRequest {
  readonly id: number;
  readonly clip: InputClip;
}

/** The answer, or the message of an error that is not caused by the clip. */
export interface PredictThreadReply {
  readonly id: number;
  readonly outcome?: Outcome;
  readonly error?: string;
}
