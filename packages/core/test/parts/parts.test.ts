import { afterEach, describe, expect, it } from 'vitest';
import { findPart, howToRegister, registeredParts, registerPart } from '../../src/parts/parts.js';

const remove: (() => void)[] = [];
afterEach(() => remove.splice(0).forEach((undo) => undo()));

describe('registerPart', () => {
  it('adds a part by name, until it is removed', () => {
    const pauses = { name: 'pauses' };
    const undo = registerPart('feature', pauses, ['mfcc']);
    expect(findPart('feature', 'pauses')).toBe(pauses);
    expect(findPart('network', 'pauses')).toBeUndefined();
    expect(registeredParts('feature')).toEqual([pauses]);
    undo();
    expect(findPart('feature', 'pauses')).toBeUndefined();
  });

  it('accepts the same part again, and refuses another one of that name', () => {
    const pauses = { name: 'pauses' };
    remove.push(registerPart('feature', pauses, []), registerPart('feature', pauses, []));
    expect(() => registerPart('feature', { name: 'pauses' }, [])).toThrow(
      'The feature `pauses` is already registered. Choose another name.',
    );
    expect(() => registerPart('feature', { name: 'mfcc' }, ['mfcc'])).toThrow('`mfcc` is built in');
  });

  it('is shared by all copies of the package in a process', () => {
    const mine = { name: 'mine' };
    remove.push(registerPart('corpus', mine, []));
    const shared = globalThis as unknown as Record<symbol, Map<string, Map<string, unknown>>>;
    expect(shared[Symbol.for('@ser/core/parts')]!.get('corpus')!.get('mine')).toBe(mine);
  });

  it('says how to provide a part', () => {
    expect(howToRegister('network')).toBe(
      'A network of your own is available after `registerNetwork` (`--plugin FILE` in the command).',
    );
  });
});
