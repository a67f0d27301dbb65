import { Recognizer, type SpeakerSession } from '@ser/recognizer';
import type { Answer, Clip } from './protocol.js';

/** Predicts with a model and what it was taught, without adaptation to the voice. */
export class Evaluator {
  readonly #recognizer: Recognizer;
  readonly #isOwn: boolean;

  private constructor(recognizer: Recognizer, isOwn: boolean) {
    this.#recognizer = recognizer;
    this.#isOwn = isOwn;
  }

  /** @param session of the recognizer; if neither was taught, the recognizer itself predicts */
  static async open(recognizer: Recognizer, session: SpeakerSession): Promise<Evaluator> {
    const isTaught = [session, recognizer.session()].some(({ taught }) => taught.ids.length > 0);
    if (!isTaught) return new Evaluator(recognizer, false);
    return new Evaluator(await Recognizer.load(await session.toBytes()), true);
  }

  async predict(clip: Clip): Promise<Answer<'predict'>> {
    const { label, speech } = await this.#recognizer.predict(clip);
    return { label, speech };
  }

  close(): void {
    if (this.#isOwn) this.#recognizer.dispose();
  }
}
