import { type AudioClip, detectSpeech } from '@ser/dsp';
import { RecentAudio } from './recentAudio.js';

/** What the finder reports of an utterance: its start, its audio so far, and its end. */
export interface UtteranceStep {
  readonly type: 'start' | 'progress' | 'end';
  /** In seconds from the beginning of the stream. */
  readonly start: number;
  /** The end of the utterance, or the time of the report. */
  readonly end: number;
  /** The audio of the utterance between the two. */
  readonly clip: AudioClip;
}

/** Time between two searches for speech, in seconds. */
const step = 0.25;

/** Audio that a search considers: speech is what is louder than the noise in it. */
const context = 10;

/** Shortest speech that starts an utterance. */
const shortest = 0.2;

/** Audio that is kept before and after the detected speech: soft consonants are not detected. */
const margin = 0.1;

/**
 * Finds utterances in a stream: speech that is separated by pauses. Every quarter of a second, `detectSpeech` searches the
 * last ten seconds, so an utterance is reported at most that much later than it starts or ends.
 *
 * The size of the chunks does not change the result. Memory is the last ten seconds and the current utterance.
 */
export class UtteranceFinder {
  readonly #options: { readonly pause: number; readonly longest: number; readonly every: number };
  readonly #audio: RecentAudio;
  readonly #stepSamples: number;
  #untilStep: number;
  /** End of the last utterance. */
  #done = 0;
  #current: { readonly start: number; reported: number } | undefined;

  constructor(
    sampleRate: number,
    options: { readonly pause: number; readonly longest: number; readonly every: number },
  ) {
    this.#options = options;
    this.#audio = new RecentAudio(sampleRate);
    this.#stepSamples = Math.round(step * sampleRate);
    this.#untilStep = this.#stepSamples;
  }

  *push(samples: Float32Array): Generator<UtteranceStep> {
    for (let done = 0; done < samples.length;) {
      const piece = samples.subarray(done, done + this.#untilStep);
      this.#audio.push(piece);
      done += piece.length;
      this.#untilStep -= piece.length;
      if (this.#untilStep > 0) continue;
      this.#untilStep = this.#stepSamples;
      yield* this.#search();
    }
  }

  /** The end of the stream ends the current utterance. */
  *end(): Generator<UtteranceStep> {
    yield* this.#search();
    if (this.#current) yield this.#end(this.#audio.end);
  }

  *#search(): Generator<UtteranceStep> {
    const now = this.#audio.end;
    const speech = this.#speech();
    if (!this.#current) {
      const next = speech.find(({ start, end }) => end - Math.max(start, this.#done) >= shortest);
      if (!next) return this.#forget();
      const start = Math.max(this.#done, next.start - margin);
      this.#current = { start, reported: now };
      yield { type: 'start', start, end: now, clip: this.#audio.clip(start, now) };
    }
    yield* this.#follow(speech, now);
    this.#forget();
  }

  *#follow(speech: readonly { readonly start: number; readonly end: number }[], now: number) {
    const { pause, longest, every } = this.#options;
    const { start, reported } = this.#current!;
    const end = (speech.find((section) => section.end > start)?.end ?? start) + margin;
    if (now - end >= pause - margin || now - start >= longest) {
      yield this.#end(Math.min(end, now, start + longest));
      if (speech.some((section) => section.end - this.#done >= shortest)) yield* this.#search();
    } else if (now - reported >= every) {
      this.#current!.reported = now;
      yield { type: 'progress' as const, start, end: now, clip: this.#audio.clip(start, now) };
    }
  }

  /** Sections of speech in the last seconds, in seconds from the beginning of the stream. */
  #speech(): readonly { readonly start: number; readonly end: number }[] {
    const from = Math.max(
      this.#audio.start,
      Math.min(this.#audio.end - context, this.#current?.start ?? Infinity),
    );
    const { segments } = detectSpeech(this.#audio.clip(from, this.#audio.end), {
      hangover: this.#options.pause,
    });
    return segments.map(({ start, end }) => ({ start: from + start, end: from + end }));
  }

  #end(end: number): UtteranceStep {
    const { start } = this.#current!;
    this.#current = undefined;
    this.#done = end;
    return { type: 'end', start, end, clip: this.#audio.clip(start, end) };
  }

  #forget(): void {
    const needed = this.#audio.end - context;
    this.#audio.forgetBefore(Math.min(needed, this.#current?.start ?? needed));
  }
}
