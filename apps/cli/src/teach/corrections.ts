import { SerError } from '@ser/core';
import type { Segment, SessionPrediction, SpeakerSession } from '@ser/recognizer';
import type { RecentAudio } from './recentAudio.js';

export interface CorrectionsOptions {
  readonly recent: RecentAudio;
  /** Saves the session. @default it is not saved */
  readonly save?: (() => Promise<void>) | undefined;
}

/** Corrects the last answer of a session: the audio it was about is taught with the label that the user says. */
export class Corrections {
  readonly #session: SpeakerSession;
  readonly #options: CorrectionsOptions;
  #last: Segment<SessionPrediction> | undefined;
  #pending: { readonly segment: Segment<SessionPrediction>; readonly label: string } | undefined;
  #nTaught = 0;
  /** The taught clip of each corrected answer. */
  readonly #ids = new Map<string, string>();
  /** What became of the last correction. */
  note: string | undefined;

  constructor(session: SpeakerSession, options: CorrectionsOptions) {
    this.#session = session;
    this.#options = options;
  }

  get nTaught(): number {
    return this.#nTaught;
  }

  /** The answer that the next correction is about. */
  answered(segment: Segment<SessionPrediction>): void {
    this.#last = segment;
  }

  /** Corrects the last answer; `teach` applies it. Another key for the same answer replaces the correction. */
  correct(label: string): void {
    if (this.#last) this.#pending = { segment: this.#last, label };
  }

  /** Teaches the correction that waits, if there is one. */
  async teach(): Promise<void> {
    const pending = this.#pending;
    this.#pending = undefined;
    if (!pending) return;
    const { segment, label } = pending;
    const clip = this.#options.recent.part(segment);
    if (clip === undefined) return void (this.note = 'too late to correct that answer');
    try {
      const id = `correction-${segment.start.toFixed(2)}`;
      await this.#session.teach(clip, label, { id: this.#idOf(id) });
      this.#nTaught++;
      await this.#options.save?.();
      this.note = `taught: ${label}`;
    } catch (error) {
      if (!(error instanceof SerError) || error.code !== 'no-speech') throw error;
      this.note = `not taught: that answer had no speech`;
    }
  }

  /** A second correction of the same answer replaces the first, but clips of earlier sessions stay. */
  #idOf(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const taken = new Set(this.#session.taught.ids);
    let id = name;
    for (let n = 2; taken.has(id); n++) id = `${name}-${n}`;
    this.#ids.set(name, id);
    return id;
  }
}
