import { expect, it } from 'vitest';
import { groupsTable } from '../src/groupsTable.js';

it('lists corpora, sexes, and the worst and best speaker', () => {
  const group = (name: string, uar: number) => ({
    name,
    uar,
    chance: 0.25,
    clips: 10,
    labels: [],
    interval: null,
  });
  const groupsOf = (...groups: ReturnType<typeof group>[]) => ({ groups, gap: null });
  const groups = {
    corpus: groupsOf(group('emodb', 0.5)),
    sex: groupsOf(group('female', 0.6), group('male', 0.4)),
    speaker: groupsOf(group('b', 0.5), group('a', 0.9), group('c', 0.1)),
  };
  expect(groupsTable({ groups } as never)).toBe(
    [
      '| group | UAR | chance | clips |',
      '| --- | --- | --- | --- |',
      '| corpus: emodb | 50.0 | 25.0 | 10 |',
      '| sex: female | 60.0 | 25.0 | 10 |',
      '| sex: male | 40.0 | 25.0 | 10 |',
      '| worst speaker: c | 10.0 | 25.0 | 10 |',
      '| best speaker: a | 90.0 | 25.0 | 10 |',
    ].join('\n'),
  );
});
