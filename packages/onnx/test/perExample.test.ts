import { describe, expect, it } from 'vitest';
import { encodeGraph } from '../src/graph/encodeGraph.js';
import { GraphBuilder } from '../src/index.js';
import { perExample } from '../src/layers/perExample.js';
import { openSession } from './session.js';

const feeds = { x: { shape: [3, 2], data: Float32Array.of(1, 2, 3, 4, 5, 6) } };

describe('perExample', () => {
  it('runs the body on each example and stacks its outputs', async () => {
    const graph = new GraphBuilder();
    const x = { name: graph.input('x', 'float', ['N', 2]), shape: [2] };
    const outputs = perExample(graph, [x], (inner, [example]) => [
      inner.op('Mul', [example!, inner.scalar(10)]),
      inner.op('ReduceSum', [example!], { keepdims: 0 }),
    ]);
    graph.output(graph.rename(outputs[0]!, 'tenfold'));
    graph.output(graph.rename(outputs[1]!, 'sum'));
    const { tenfold, sum } = await (await openSession(encodeGraph(graph, 'test')))(feeds);
    expect([...tenfold!]).toEqual([10, 20, 30, 40, 50, 60]);
    expect([...sum!]).toEqual([3, 7, 11]);
  });

  it('carries a value from example to example', async () => {
    const graph = new GraphBuilder();
    const x = { name: graph.input('x', 'float', ['N', 2]), shape: [2] };
    const start = { name: graph.floats([100, 200]), shape: [2] };
    const [total] = perExample(graph, [x], (inner, [row], [sum]) => [inner.op('Add', [sum!, row!])], [start]);
    graph.output(graph.rename(total!, 'total'));
    const { total: found } = await (await openSession(encodeGraph(graph, 'test')))(feeds);
    expect([...found!]).toEqual([109, 212]);
  });
});
