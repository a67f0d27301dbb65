import type { CommandIo } from '../commandIo.js';
import { labelKeys } from './labelKeys.js';

/** Ctrl-C and Ctrl-D, which a terminal in raw mode passes on as characters. */
const stopKeys = ['\x03', '\x04'];

/** The keys that correct answers while the microphone is on. */
export interface CorrectionKeys {
  /** Label by key. */
  readonly keys: ReadonlyMap<string, string>;
  /** Aborted by Ctrl-C, as the signal of the command. */
  readonly signal: AbortSignal;
  /** Restores the terminal. */
  stop(): void;
}

/** A terminal for input; `setRawMode` passes on every key at once. */
interface Terminal {
  readonly isTTY?: boolean;
  setRawMode?(isRaw: boolean): unknown;
}

/**
 * Listens for the key of each label.
 *
 * @param onLabel called with the label of each key
 * @returns undefined if standard input is no terminal
 */
export function correctionKeys(
  { stdin, signal }: CommandIo,
  labels: readonly string[],
  onLabel: (label: string) => void,
): CorrectionKeys | undefined {
  const terminal: Terminal = stdin as Terminal;
  if (terminal.isTTY !== true) return undefined;
  const keys = labelKeys(labels);
  const stopped = new AbortController();
  const onData = (data: Buffer | string): void => {
    for (const key of data.toString().toLowerCase()) {
      const label = keys.get(key);
      if (stopKeys.includes(key)) stopped.abort();
      else if (label !== undefined) onLabel(label);
    }
  };
  terminal.setRawMode?.(true);
  stdin.on('data', onData);
  return {
    keys,
    signal: AbortSignal.any([signal, stopped.signal]),
    stop() {
      stdin.off('data', onData);
      stdin.pause();
      terminal.setRawMode?.(false);
    },
  };
}
