import { describe, expect, it } from 'vitest';
import { raceSummary } from '../src/raceSummary.js';
import { raceTable } from '../src/raceTable.js';
import { raceResult, seedResults } from './raceResults.js';

const three = [
  seedResults(1, raceResult('onnx-node', 10, 0.5), raceResult('Keras 3', 30, 0.4)),
  seedResults(2, raceResult('onnx-node', 90, 0.6), raceResult('Keras 3', 40, 0.5)),
  seedResults(3, raceResult('onnx-node', 20, 0.7), raceResult('Keras 3', 50, 0.45)),
];

describe('raceSummary', () => {
  it('takes the mean and the ends of scores, and medians of times: one slow run spoils none', () => {
    const { ours, seeds } = raceSummary('ravdess-cnn', three);
    expect(seeds).toEqual([1, 2, 3]);
    expect(ours.uar).toEqual({ mean: expect.closeTo(0.6), least: 0.5, greatest: 0.7 });
    expect(ours.seconds.total).toBe(20);
  });

  it('relates the medians, ours to Keras, with and without start-up', () => {
    const { ratio, wallRatio } = raceSummary('ravdess-cnn', three);
    expect(ratio).toBe(20 / 40);
    expect(wallRatio).toBe(22 / 42);
  });
});

describe('raceTable', () => {
  it('puts Keras below us, scores with their spread and the ratio beside ours', () => {
    const [head, , ours, keras] = raceTable([raceSummary('ravdess-cnn', three)]).split('\n');
    expect(head).toContain('| recipe and split | by | accuracy | UAR |');
    expect(ours).toContain(
      '| `ravdess-cnn`, speaker-dependent, seeds 1, 2, 3 | onnx-node | 60.0 % | 60.0 % (50.0 to 70.0) |',
    );
    expect(ours).toMatch(/\| 300 \| 0\.50 \|$/);
    expect(keras).toContain('| the same splits | Keras 3 | 60.0 % | 45.0 % (40.0 to 50.0) | 2 |');
  });

  it('tells no spread of one seed', () => {
    const table = raceTable([raceSummary('ravdess-cnn', three.slice(0, 1))]);
    expect(table).toContain('speaker-dependent, seed 1 | onnx-node | 60.0 % | 50.0 % | 2 |');
  });
});
