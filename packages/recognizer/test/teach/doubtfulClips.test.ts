import { describe, expect, it } from 'vitest';
import { doubtfulClips } from '../../src/teach/doubtfulClips.js';

const labels = ['happy', 'sad'];
const clip = (id: string) => ({ id, label: 'happy' });

describe('doubtfulClips', () => {
  it('names the clips that are recognized as another label, the most doubtful first', () => {
    const heldOut = new Map([
      ['right', [0.9, 0.1]],
      ['unclear', [0.3, 0.7]],
      ['doubtful', [0.01, 0.99]],
      ['wrong', [0.001, 0.999]],
    ]);
    expect(doubtfulClips([...heldOut.keys()].map(clip), labels, heldOut)).toEqual([
      { id: 'wrong', label: 'happy', recognized: 'sad', probability: 0.999 },
      { id: 'doubtful', label: 'happy', recognized: 'sad', probability: 0.99 },
    ]);
  });
});
