/** What is fuzzed: inputs by their number, and what reads them. */
export interface Target {
  /** The input of this number, the same in every run with the same seed. */
  input(index: number): FuzzInput;

  /**
   * Reads an input.
   *
   * @param observe called with the memory of each step
   * @returns a word that says what came of it, for the summary
   * @throws {SerError} for an input that is rejected; anything else that is thrown is a finding
   */
  read(input: FuzzInput, observe: () => void): Promise<string>;
}

/** An input, and what it was made from. */
export interface FuzzInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which target, and its seed. */
export interface TargetChoice {
  readonly target: TargetName;
  readonly seed: number;

  /** Folder with the packages that decode MP3, Vorbis, and Opus; `undefined` if they are not installed. */
  readonly decoders: string | undefined;
}

export type TargetName = 'audio' | 'models';
