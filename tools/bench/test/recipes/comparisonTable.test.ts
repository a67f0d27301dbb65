import { describe, expect, it } from 'vitest';
import { comparisonSummary } from '../../src/recipes/comparisonSummary.js';
import { comparisonTable } from '../../src/recipes/comparisonTable.js';
import { threeSeeds } from './runResults.js';

describe('comparisonTable', () => {
  it('has a row for each system, with the range of metrics and the ratio', () => {
    const [head, , ours, reference] = comparisonTable([comparisonSummary('ravdess-cnn', threeSeeds)]).split(
      '\n',
    );
    expect(head).toContain('| recipe and split | system | accuracy | UAR |');
    expect(ours).toContain(
      '| `ravdess-cnn`, speaker-dependent, seeds 1, 2, 3 | onnx-node | 60.0% | 60.0% (50.0 to 70.0) |',
    );
    expect(ours).toMatch(/\| 300 \| 0\.50 \|$/);
    expect(reference).toContain('| the same splits | Keras 3 | 60.0% | 45.0% (40.0 to 50.0) | 2 |');
  });

  it('has no range for one seed', () => {
    const table = comparisonTable([comparisonSummary('ravdess-cnn', threeSeeds.slice(0, 1))]);
    expect(table).toContain('speaker-dependent, seed 1 | onnx-node | 60.0% | 50.0% | 2 |');
  });
});
