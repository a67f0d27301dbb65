import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/commandIo.js';
import { startProgress } from '../../src/show/progress.js';
import { RunProgress } from '../../src/show/runProgress.js';

/** An io whose standard error is collected, on a terminal or not. */
function collect(isTTY: boolean): { io: CommandIo; text: () => string } {
  let text = '';
  const stderr = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  // What cli-progress asks of a terminal besides writing.
  const terminal = { isTTY, columns: 80 };
  return { io: { stderr: Object.assign(stderr, terminal) } as unknown as CommandIo, text: () => text };
}

describe('startProgress', () => {
  it('away from a terminal writes a line each 10 %', () => {
    const { io, text } = collect(false);
    const progress = startProgress(io, 'features', 200);
    for (let done = 1; done <= 200; done++) progress.update(done);
    progress.stop();
    expect(text().trimEnd().split('\n')).toHaveLength(10);
    expect(text()).toMatch(/^features +20\/200\n/);
    expect(text()).toMatch(/200\/200\n$/);
    expect(text()).not.toContain('\u001b');
  });

  it('puts the note behind the count', () => {
    const { io, text } = collect(false);
    startProgress(io, 'training', 1).update(1, 'loss 0.5');
    expect(text()).toBe('training     1/1  loss 0.5\n');
  });

  it('on a terminal moves a bar', () => {
    const { io, text } = collect(true);
    const progress = startProgress(io, 'features', 4);
    progress.update(4);
    progress.stop();
    expect(text()).toMatch(/features .*█+.* 4\/4/);
  });
});

describe('RunProgress', () => {
  it('shows a warning once, however many folds bring it', () => {
    const { io, text } = collect(false);
    const progress = new RunProgress(io);
    const message = 'Engine `onnx-node` cannot train this model.';
    for (let fold = 0; fold < 3; fold++) progress.show({ type: 'warning', code: 'engine-fallback', message });
    expect(text()).toBe(`warning: ${message}\n`);
  });

  it('says which of several classifiers learns, each in a bar of its own', () => {
    const { io, text } = collect(true);
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
