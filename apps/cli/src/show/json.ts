import type { CommandIo } from '../commandIo.js';
import { printableJson } from './printable.js';

/** Writes the one JSON document of `--json`, indented. */
export function writeJson(io: CommandIo, document: unknown): void {
  io.stdout.write(`${printableJson(JSON.stringify(document, undefined, 2))}\n`);
}

/** Writes one JSON document on one line, for `--json --events`. */
export function writeJsonLine(io: CommandIo, document: unknown): void {
  io.stdout.write(`${printableJson(JSON.stringify(document))}\n`);
}
