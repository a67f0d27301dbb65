import { notBuiltYet, UsageError } from '../usageError.js';

/** @throws {UsageError} `not-built-yet` for `speaker` and `clip`, `invalid-option` for anything else but `train` */
export function parseNormalization(over: string): 'train' {
  if (over === 'train') return over;
  if (over === 'speaker' || over === 'clip') throw notBuiltYet(`--normalize ${over}`);
  throw new UsageError('invalid-option', `\`--normalize\` must be train, got \`${over}\`.`);
}
