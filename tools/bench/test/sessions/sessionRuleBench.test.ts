import { expect, it } from 'vitest';
import { otherVoices } from '../../src/sessions/otherVoices.js';
import { rulesTable, voicesTable } from '../../src/sessions/sessionRuleBench.js';
import type { TestSpeaker } from '../../src/teaching/testSpeaker.js';

it('shows the UAR of each rule, and the errors of each threshold', () => {
  const rules = [{ rule: 'never', choice: 'four', uar: { 'balanced, 5': 0.701 } }] as const;
  expect(rulesTable(rules)).toContain('| never | four | 70.1 |');
  expect(voicesTable([{ below: -1, falseAlarms: 0.034, noticed: 0.9 }])).toContain('| -1 | 3.4 | 90.0 |');
});

it('notices voices that differ, by the threshold', () => {
  const speaker = (name: string, voice: number): TestSpeaker => ({
    ...{ name, corpus: 'a', nClasses: 2, profile: [] },
    clips: Array.from({ length: 12 }, (_, i) => {
      const row = Float32Array.of(i % 2, 0.1 * (i % 3), voice === 0 ? 3 : 0, voice === 1 ? 3 : 0);
      const view = { row, shares: [0.5, 0.5] };
      return { ...view, id: `${name}${i}`, actual: i % 2, functionals: view };
    }),
  });
  const results = otherVoices([speaker('ann', 0), speaker('bob', 1)], 1);
  const at = results.find(({ below }) => below === -1)!;
  expect(at.noticed).toBe(1);
  expect(at.falseAlarms).toBeLessThan(0.5);
});
