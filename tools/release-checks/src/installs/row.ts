import type { Source } from './ask.js';

/** One way to use the library, which a user may choose. */
export interface Row {
  /** Of the table: tool, version, and place. */
  readonly name: string;
  /** Packages of others to install, with versions. */
  readonly tools: Readonly<Record<string, string>>;
  /** Whether only the packages for prediction are installed, so that the encoder is absent. @default false */
  readonly predictionOnly?: boolean;
  /** Files beside those of `programs`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Commands that build, in order: program, then arguments. */
  readonly build?: readonly (readonly [string, ...string[]])[];
  readonly source: Source;
  /** What a user must set, or what else there is to know. */
  readonly note?: string;
}
