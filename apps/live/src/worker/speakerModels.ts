import type { Recognizer, SpeakerSession } from '@ser/recognizer';
import type { SpeakerModel } from './protocol.js';

/** A session for each speaker, by id. What a model was taught before it was saved belongs to its first speaker. */
export class SpeakerModels {
  readonly #recognizer: Recognizer;
  readonly #sessions = new Map<string, SpeakerSession>();

  constructor(recognizer: Recognizer, first: string) {
    this.#recognizer = recognizer;
    this.#sessions.set(first, recognizer.session());
  }

  /** The session of a speaker, who may be new. */
  of(speaker: string): SpeakerSession {
    const known = this.#sessions.get(speaker);
    if (known) return known;
    const session = this.#recognizer.session();
    for (const id of session.taught.ids) session.forget(id);
    this.#sessions.set(speaker, session);
    return session;
  }

  /** Removes the speakers but one, who keeps what was taught. */
  startOver(kept: string): void {
    const session = this.of(kept);
    session.newSpeaker();
    this.#sessions.clear();
    this.#sessions.set(kept, session);
  }
}

/** What the page shows of a session. */
export function speakerModel(session: SpeakerSession): SpeakerModel {
  const [untaught] = session.learningCurve({ draws: 1 });
  return { labels: session.labels, taught: session.taught, before: untaught?.uar };
}
