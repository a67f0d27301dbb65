import { describe, expect, it } from 'vitest';
import { engineTables } from '../../src/engines/engineTables.js';
import type { TrialResult } from '../../src/engines/measureTrials.js';
import type { System } from '../../src/engines/trial.js';

function trial(system: System, stepMs: number, load = 1): TrialResult {
  const measurement = { stepMs, predictionMs: 0.05, peakMb: 200, what: `${system} 1.0, one thread` };
  return { network: 'dense', batchSize: 32, threads: 1, system, measurement, load };
}

function without(system: System, skipped: string): TrialResult {
  return { network: 'dense', batchSize: 32, threads: 1, system, skipped, load: 1 };
}

describe('engineTables', () => {
  it('shows medians and their ratios to Keras', () => {
    const rounds = [trial('keras', 4), trial('onnx-node', 1), trial('onnx-node', 3), trial('onnx-node', 2)];
    expect(engineTables(rounds)).toContain('| dense, batch 32, 1 thread | 4.00 | 2.00 (0.50) |');
  });

  it('orders rows by network, batch size and threads, regardless of the order of measurement', () => {
    const tables = engineTables([
      { ...trial('keras', 3), network: 'cnn2d' },
      { ...trial('keras', 2), batchSize: 64 },
      { ...trial('keras', 1), threads: 2 },
      trial('keras', 1),
    ]);
    const rows = ['dense, batch 32, 1 thread', 'dense, batch 32, 2 threads', 'dense, batch 64', 'cnn2d'];
    const places = rows.map((row) => tables.indexOf(`| ${row}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('shows why a value is missing', () => {
    const tables = engineTables([
      trial('keras', 4),
      without('tfjs-wasm', '> 100 s'),
      without('onnx-web', 'no: Error: gone'),
    ]);
    expect(tables).toContain('| dense, batch 32, 1 thread | 4.00 | failed | > 100 s |');
    expect(tables).toContain('- onnx-web: failed: Error: gone');
  });

  it('shows the load of the machine, and the systems without their threads', () => {
    const tables = engineTables([trial('keras', 4, 0.5), trial('onnx-node', 4, 2.5)]);
    expect(tables).toContain('load average before them: 0.5 to 2.5, median 1.5');
    expect(tables).toContain('- keras: keras 1.0\n');
  });
});
