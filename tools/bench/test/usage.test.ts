import { describe, expect, it } from 'vitest';
import { benches } from '../src/benches.js';
import { usage } from '../src/usage.js';

describe('usage', () => {
  it('lists every benchmark, and examples that use them', () => {
    const text = usage(benches);
    for (const { name, description } of benches)
      expect(text).toContain(`  ${name.padEnd(18)} ${description}`);
    const names = new Set(benches.map(({ name }) => name));
    const examples = [...text.matchAll(/npm run bench -- ([a-z-]+)/g)].map(([, name]) => name!);
    expect(examples.length).toBeGreaterThan(2);
    for (const name of examples) expect(names).toContain(name);
  });
});
