import type { Recognizer, SpeakerSession } from '@ser/recognizer';

/** The sessions of speakers by name, at most a fixed number: the least recently used one is forgotten first. */
export class Sessions {
  readonly #recognizer: Recognizer;
  readonly #maxSessions: number;
  readonly #sessions = new Map<string, SpeakerSession>();
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(recognizer: Recognizer, maxSessions: number) {
    this.#recognizer = recognizer;
    this.#maxSessions = maxSessions;
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** Runs a task with a session; the tasks of one session run one after the other, in their order. */
  async use<T>(name: string, task: (session: SpeakerSession) => Promise<T>): Promise<T> {
    const session = this.#take(name);
    const before = this.#last.get(name);
    const turn = (async () => {
      await before?.catch(() => undefined); // its own request has reported it
      return task(session);
    })();
    this.#last.set(name, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(name) === turn) this.#last.delete(name);
    }
  }

  /** @returns whether there was such a session */
  forget(name: string): boolean {
    return this.#sessions.delete(name);
  }

  #take(name: string): SpeakerSession {
    const session = this.#sessions.get(name) ?? this.#recognizer.session();
    this.#sessions.delete(name); // and to the end of the order
    this.#sessions.set(name, session);
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size <= this.#maxSessions) break;
      this.#sessions.delete(oldest);
    }
    return session;
  }
}
