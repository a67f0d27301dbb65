import { Option } from 'commander';

/** `--json`, the same for every command. */
export function jsonOption(): Option {
  return new Option('--json', 'answer with one JSON document');
}
