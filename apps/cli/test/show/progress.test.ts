import { describe, expect, it } from 'vitest';
import { startProgress } from '../../src/show/progress.js';
import { collectStderr } from './collectStderr.js';

describe('startProgress', () => {
  it('writes one line for each 10% without a terminal', () => {
    const { io, text } = collectStderr(false);
    const progress = startProgress(io, 'features', 200);
    for (let done = 1; done <= 200; done++) progress.update(done);
    progress.stop();
    expect(text().trimEnd().split('\n')).toHaveLength(10);
    expect(text()).toMatch(/^features +20\/200\n/);
    expect(text()).toMatch(/200\/200\n$/);
    expect(text()).not.toContain('\u001b');
  });

  it('writes the note after the count', () => {
    const { io, text } = collectStderr(false);
    startProgress(io, 'training', 1).update(1, 'loss 0.5');
    expect(text()).toBe('training     1/1  loss 0.5\n');
  });

  it('moves a bar on a terminal', () => {
    const { io, text } = collectStderr(true);
    const progress = startProgress(io, 'features', 4);
    progress.update(4);
    progress.stop();
    expect(text()).toMatch(/features .*█+.* 4\/4/);
  });
});
