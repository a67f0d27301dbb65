import { describe, expect, it } from 'vitest';
import { chooseLabel } from '../../src/teach/chooseLabel.js';

const labels = ['neutral', 'happy', 'sad', 'angry'];

describe('chooseLabel', () => {
  it.each([
    ['happy', { kind: 'label', label: 'happy' }],
    [' H ', { kind: 'label', label: 'happy' }],
    ['bored', { kind: 'label', label: 'bored' }],
    ['hapy', { kind: 'unsure', label: 'hapy', meant: 'happy' }],
    ['undo', { kind: 'undo' }],
    ['', { kind: 'stop' }],
    [undefined, { kind: 'stop' }],
  ])('reads %j', (line, choice) => {
    expect(chooseLabel(line, labels)).toEqual(choice);
  });

  it('takes a new label that is typed twice', () => {
    expect(chooseLabel('hapy', labels, 'hapy')).toEqual({ kind: 'label', label: 'hapy' });
  });
});
