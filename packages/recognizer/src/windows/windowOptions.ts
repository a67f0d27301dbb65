import { RecognizerError } from '../errors.js';

/** How sound is cut into the windows that are judged. */
export interface WindowOptions {
  /**
   * Length of a window, in seconds, at least 0.25.
   *
   * @default 3
   */
  readonly window?: number;
  /**
   * From the start of a window to the start of the next, in seconds, at least 0.01.
   *
   * @default a third of `window`
   */
  readonly hop?: number;
}

/**
 * The options with their defaults.
 *
 * @throws {SerError} `invalid-option`
 */
export function windowOptions({ window = 3, hop = window / 3 }: WindowOptions): Required<WindowOptions> {
  requireAtLeast('window', window, 0.25);
  requireAtLeast('hop', hop, 0.01);
  return { window, hop };
}

function requireAtLeast(name: string, value: number, least: number): void {
  if (value >= least && value < Infinity) return;
  throw new RecognizerError('invalid-option', `\`${name}\` must be seconds >= ${least}, got \`${value}\`.`);
}
