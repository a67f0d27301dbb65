import type { RandomStream } from '@ser/core';
import { below } from './mutate.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that programs forget. */
const hostileValues: readonly Json[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  2 ** 22,
  2 ** 31,
  2 ** 53,
  '',
  '../../etc/passwd',
  '__proto__',
  '\u0000\u202e',
  [],
  {},
  [[[[]]]],
];

/**
 * A copy of a document of JSON with some values replaced, removed, repeated, or moved.
 *
 * @returns the text of the document
 */
export function mutateJson(text: string, random: RandomStream): string {
  const document = JSON.parse(text) as Json;
  const nChanges = 1 + below(3, random);
  let changed = document;
  for (let i = 0; i < nChanges; i++) changed = changeOne(changed, random);
  return JSON.stringify(changed);
}

/** Replaces a value at a random place; each level is entered with the same probability. */
function changeOne(value: Json, random: RandomStream): Json {
  const isContainer = typeof value === 'object' && value !== null;
  if (!isContainer || random.chance(0.1)) return hostile(value, random);
  const keys = Object.keys(value);
  if (keys.length === 0) return hostile(value, random);
  const key = keys[below(keys.length, random)]!;
  const copy = structuredClone(value) as Record<string, Json>;
  if (random.chance(0.1)) delete copy[key];
  else if (random.chance(0.05)) copy[keys[below(keys.length, random)]!] = copy[key]!;
  else copy[key] = changeOne(copy[key]!, random);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

function hostile(value: Json, random: RandomStream): Json {
  if (typeof value === 'number' && random.chance(0.5))
    return value * [-1, 2, 10, 1000, 1e6, 0.001][below(6, random)]!;
  if (Array.isArray(value) && random.chance(0.5)) return [...value, ...value];
  return structuredClone(hostileValues[below(hostileValues.length, random)]!);
}
