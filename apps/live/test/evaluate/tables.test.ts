import { expect, it } from 'vitest';
import { hasTable } from '../../src/evaluate/tables.js';

const named = (...paths: readonly string[]) => paths.map((path) => ({ path, file: new Blob() }));

it('finds a table beside recordings, but not in files of the system', () => {
  expect(hasTable(named('set/clips.tsv', 'set/1.wav'))).toBe(true);
  expect(hasTable(named('set/1.wav', 'set/2.wav'))).toBe(false);
  expect(hasTable(named('clips.csv'))).toBe(false);
  expect(hasTable(named('__MACOSX/clips.csv', '1.wav'))).toBe(false);
});
