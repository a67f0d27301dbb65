import { describe, expect, it } from 'vitest';
import { encodeGraph } from '../../src/graph/encodeGraph.js';
import { GraphBuilder } from '../../src/graph/graphBuilder.js';
import { perExample } from '../../src/layers/perExample.js';
import { inMemory, recomputedFrom } from '../../src/layers/recomputation.js';
import { openSession } from '../session.js';

const feeds = { x: { shape: [3, 2], data: Float32Array.of(1, 2, 3, 4, 5, 6) } };

describe('perExample', () => {
  it('runs the body on each example and stacks its outputs', async () => {
    const graph = new GraphBuilder();
    const x = { name: graph.input('x', 'float', ['N', 2]), shape: [2] };
    const outputs = perExample(graph, [inMemory(x)], (inner, [example]) => [
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
    const [total] = perExample(
      graph,
      [inMemory(x)],
      (inner, [row], [sum]) => [inner.op('Add', [sum!, row!])],
      [start],
    );
    graph.output(graph.rename(total!, 'total'));
    const { total: found } = await (await openSession(encodeGraph(graph, 'test')))(feeds);
    expect([...found!]).toEqual([109, 212]);
  });

  it('recomputes values that are not in memory, and reads each source once', async () => {
    const graph = new GraphBuilder();
    const x = inMemory({ name: graph.input('x', 'float', ['N', 2]), shape: [2] });
    const square = recomputedFrom([x, x], (inner, [a, b]) => inner.op('Mul', [a!, b!]));
    const cube = recomputedFrom([square, x], (inner, [a, b]) => inner.op('Mul', [a!, b!]));
    expect(cube.sources.map(({ name }) => name)).toEqual(['x']);
    const [cubes] = perExample(graph, [cube], (_, [example]) => [example!]);
    graph.output(graph.rename(cubes!, 'cubes'));
    const { cubes: found } = await (await openSession(encodeGraph(graph, 'test')))(feeds);
    expect([...found!]).toEqual([1, 8, 27, 64, 125, 216]);
  });

  it('keeps the name of an output that is in memory', () => {
    const graph = new GraphBuilder();
    const x = inMemory({ name: graph.input('x', 'float', ['N', 2]), shape: [2] });
    const [same, twice] = perExample(graph, [x], (inner, [row]) => [row!, inner.op('Add', [row!, row!])]);
    expect(same).toBe('x');
    expect(twice).not.toBe('x');
  });

  it('gives other types than floats back too', async () => {
    const graph = new GraphBuilder();
    const x = inMemory({ name: graph.input('x', 'float', ['N', 2]), shape: [2] });
    const [place] = perExample(graph, [x], (inner, [row]) => [
      { name: inner.op('ArgMin', [row!], { keepdims: 0 }), elementType: 'int64' },
    ]);
    graph.output(graph.rename(graph.op('Cast', [place!], { to: 1 }), 'place'));
    const { place: found } = await (await openSession(encodeGraph(graph, 'test')))(feeds);
    expect([...found!]).toEqual([0, 0, 0]);
  });
});
