import type { ClipJob, ClipResults } from './clipJob.js';

/** What a thread sends back: the results, or the message of an error that is not caused by the clip. */
export interface ThreadReply {
  readonly id: number;
  readonly results?: ClipResults;
  readonly error?: string;
}

/** What a thread sends when it finds a damaged file in the cache. */
export interface DamagedNotice {
  readonly damaged: string;
}

/** What a thread receives. */
export interface ThreadRequest {
  readonly id: number;
  readonly job: ClipJob;
}

/** What a thread receives when there are no more clips: it frees what it uses, and ends. */
export const endOfThread = 'end';

export type EndOfThread = typeof endOfThread;
