/** Clips whose voices are compared with the taught ones. */
const nMatches = 4;

/** Mean z-score below which the voice is probably another. */
const otherVoiceBelow = -1;

/** Notices when the last clips of a session have another voice than those that were taught. */
export class VoiceWatch {
  #matches: readonly number[] = [];

  /** @param match of a clip, as `voiceMatch` gives it */
  add(match: number | undefined): void {
    if (match !== undefined) this.#matches = [...this.#matches.slice(1 - nMatches), match];
  }

  get isOther(): boolean {
    const mean = this.#matches.reduce((sum, match) => sum + match, 0) / this.#matches.length;
    return this.#matches.length === nMatches && mean < otherVoiceBelow;
  }
}
