import { Option } from 'commander';
import { seconds } from './number.js';

/** `--window SECONDS`, with the bounds of `@ser/recognizer`. */
export function windowOption(what: string): Option {
  return new Option('--window <seconds>', what).argParser(seconds('--window', { min: 0.25 }));
}

/** `--hop SECONDS`, with the bounds of `@ser/recognizer`. */
export function hopOption(what: string): Option {
  return new Option('--hop <seconds>', what).argParser(seconds('--hop', { min: 0.01 }));
}
