import { Option } from 'commander';

/** `--json`, for every command. */
export function jsonOption(what = 'answer with one JSON document'): Option {
  return new Option('--json', what);
}
