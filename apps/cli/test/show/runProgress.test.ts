import { describe, expect, it } from 'vitest';
import { RunProgress } from '../../src/show/runProgress.js';
import { collectStderr } from './collectStderr.js';

describe('RunProgress', () => {
  it('shows a warning only once when several folds repeat it', () => {
    const { io, text } = collectStderr(false);
    const progress = new RunProgress(io);
    const message = 'Engine `onnx-node` cannot train this model.';
    for (let fold = 0; fold < 3; fold++) progress.show({ type: 'warning', code: 'engine-fallback', message });
    expect(text()).toBe(`warning: ${message}\n`);
  });

  it('shows the remaining time after some seconds', () => {
    const { io, text } = collectStderr(false);
    let now = 0;
    const progress = new RunProgress({ ...io, now: () => now });
    for (let done = 0; done <= 50; done++) {
      now += 1000;
      progress.show({ type: 'extracted', done, total: 100 });
    }
    expect(text()).toContain('50/100  about 50 s left');
  });

  it('shows one bar for each member of an ensemble, with its name', () => {
    const { io, text } = collectStderr(true);
    const progress = new RunProgress(io);
    const place = { role: 'main', fold: '1', index: 0, nFolds: 6 } as const;
    const figures = {
      learningRate: 0.1,
      loss: 1,
      accuracy: 0.5,
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
      uar: 0.5,
    };
    const show = (member: string, epochs: number) =>
      progress.show({ type: 'epoch', ...place, member, epochs, record: { epoch: 1, ...figures } });
    show('mlp', 9); // stops early
    show('ridge', 1);
    expect(text()).toMatch(/fold 1\/6, mlp .* 1\/9[^]*fold 1\/6, ridge .* 1\/1/);
  });
});
