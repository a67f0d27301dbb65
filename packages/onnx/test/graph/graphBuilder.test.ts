import { describe, expect, it } from 'vitest';
import { float } from '../../src/graph/attributes.js';
import { encodeGraph } from '../../src/graph/encodeGraph.js';
import { GraphBuilder } from '../../src/graph/graphBuilder.js';
import { errorFrom } from '../errorFrom.js';
import { openSession } from '../session.js';

const one = { x: { shape: [1, 3], data: Float32Array.of(1, -2, 3) } };

function withInput(): { graph: GraphBuilder; x: string } {
  const graph = new GraphBuilder();
  return { graph, x: graph.input('x', 'float', ['N', 3]) };
}

async function run(graph: GraphBuilder): Promise<Record<string, number[]>> {
  const outputs = await (await openSession(encodeGraph(graph, 'test')))(one);
  return Object.fromEntries(Object.entries(outputs).map(([name, values]) => [name, [...values]]));
}

describe('GraphBuilder', () => {
  it('builds a graph that runs', async () => {
    const { graph, x } = withInput();
    graph.output(graph.rename(graph.op('Mul', [x, graph.scalar(2)]), 'y'), 'float', ['N', 3]);
    expect(await run(graph)).toEqual({ y: [2, -4, 6] });
  });

  it('accepts integers, floats, and lists as attributes', async () => {
    const { graph, x } = withInput();
    const leaky = graph.op('LeakyRelu', [x], { alpha: float(0.5) });
    graph.output(graph.rename(graph.op('Transpose', [leaky], { perm: [1, 0] }), 'y'));
    expect(await run(graph)).toEqual({ y: [1, -1, 3] });
  });

  it('returns the outputs of an operator with several', async () => {
    const { graph, x } = withInput();
    const [first, second] = graph.ops('Split', [x, graph.ints(1, 2)], { axis: 1 }, 2);
    graph.output(graph.rename(first!, 'a'));
    graph.output(graph.rename(second!, 'b'));
    expect(await run(graph)).toEqual({ a: [1], b: [-2, 3] });
  });

  it('stores a constant once, and distinguishes 0 from -0', () => {
    const graph = new GraphBuilder();
    expect(graph.scalar(2)).toBe(graph.scalar(2));
    expect(graph.floats([2])).not.toBe(graph.scalar(2));
    expect(graph.ints(2)).not.toBe(graph.floats([2]));
    expect(graph.scalar(0)).not.toBe(graph.scalar(-0));
  });

  it('stores weights as float32 or int8', async () => {
    const { graph, x } = withInput();
    const int8 = graph.initializer('int8', [3], Int8Array.of(-128, 0, 127));
    const float32 = graph.initializer('float32', [3], Float32Array.of(0.5, 1, 2));
    const scaled = graph.op('Mul', [graph.op('Cast', [int8], { to: 1 }), float32]);
    graph.output(graph.rename(graph.op('Mul', [x, scaled]), 'y'), 'float', ['N', 3]);
    expect(await run(graph)).toEqual({ y: [-64, -0, 762] });
  });

  it('omits operators and constants that no output needs', () => {
    const { graph, x } = withInput();
    graph.op('Mul', [x, graph.scalar(3)]);
    graph.output(graph.op('Add', [x, graph.scalar(2)]));
    const { node, initializer } = graph.toGraph('test');
    expect(node.map(({ opType }) => opType)).toEqual(['Add']);
    expect(initializer).toHaveLength(1);
  });

  it('lets a subgraph read the values of the graph, and gives its own values new names', async () => {
    const { graph, x } = withInput();
    const sumUp = (): string => {
      const body = graph.subGraph();
      const [sum, row] = [body.input('sum', 'float', [1]), body.input('row', 'float', [3])];
      const scaled = body.op('Mul', [row, doubled]);
      const next = body.op('Add', [sum, body.op('ReduceSum', [scaled])]);
      body.output(body.op('Reshape', [next, body.ints(1)]));
      return graph.op('Scan', [graph.floats([0]), x], { body, num_scan_inputs: 1 });
    };
    const doubled = graph.op('Mul', [graph.scalar(2), graph.scalar(1)]);
    graph.output(graph.rename(sumUp(), 'a'));
    graph.output(graph.rename(sumUp(), 'b'));
    graph.output(graph.rename(doubled, 'two'));
    expect(await run(graph)).toEqual({ a: [4], b: [4], two: [2] });
  });

  it('renames a value once, and copies it for a second name and from an input', async () => {
    const { graph, x } = withInput();
    const y = graph.op('Neg', [x]);
    for (const name of ['a', 'b']) graph.output(graph.rename(y, name));
    graph.output(graph.rename(x, 'same'));
    expect(graph.toGraph('test').node.map(({ opType }) => opType)).toEqual(['Neg', 'Identity', 'Identity']);
    expect(await run(graph)).toEqual({ a: [-1, 2, -3], b: [-1, 2, -3], same: [1, -2, 3] });
  });

  it('rejects a second value with the same name', () => {
    const { graph } = withInput();
    const { code, message } = errorFrom(() => graph.input('x', 'float', []));
    expect(code).toBe('duplicate-name');
    expect(message).toContain('already has a value named "x"');
  });

  it('lists only the operator sets that are used', async () => {
    const { graph, x } = withInput();
    const product = graph.op('FusedMatMul', [x, x], { transB: 1 }, 'com.microsoft');
    graph.output(graph.rename(product, 'y'));
    expect(await run(graph)).toEqual({ y: [14] });
    expect(Buffer.from(encodeGraph(graph, 'test')).includes('com.microsoft')).toBe(true);
    expect(Buffer.from(encodeGraph(withInput().graph, 'test')).includes('com.microsoft')).toBe(false);
  });
});
