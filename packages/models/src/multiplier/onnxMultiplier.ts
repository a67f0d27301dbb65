import type { Matrix, Multiplier, Transposed } from '@ser/classifiers';
import { encodeGraph, GraphBuilder } from '@ser/onnx/graph';
import { type OnnxRuntime, type OnnxSession, openSession } from '@ser/onnx/runtime';

/** Matrix products by ONNX Runtime, with a graph of one operator for each way to transpose. */
export class OnnxMultiplier implements Multiplier {
  readonly #runtime: OnnxRuntime;
  readonly #sessions = new Map<Transposed, Promise<OnnxSession>>();

  constructor(runtime: OnnxRuntime) {
    this.#runtime = runtime;
  }

  async multiply(left: Matrix, right: Matrix, transposed: Transposed): Promise<Float32Array> {
    const session = await this.#session(transposed);
    const { product } = await session.run({ left: this.#tensor(left), right: this.#tensor(right) });
    return product!.data as Float32Array;
  }

  async dispose(): Promise<void> {
    const sessions = await Promise.all(this.#sessions.values());
    this.#sessions.clear();
    await Promise.all(sessions.map((session) => session.release()));
  }

  #tensor({ data, nRows, nColumns }: Matrix) {
    return new this.#runtime.library.Tensor('float32', data, [nRows, nColumns]);
  }

  #session(transposed: Transposed): Promise<OnnxSession> {
    const known = this.#sessions.get(transposed);
    if (known) return known;
    const opened = openSession(this.#runtime, productGraph(transposed));
    this.#sessions.set(transposed, opened);
    return opened;
  }
}

function productGraph(transposed: Transposed): Uint8Array {
  const graph = new GraphBuilder();
  const left = graph.input('left', 'float', ['a', 'b']);
  const right = graph.input('right', 'float', ['c', 'd']);
  const transA = transposed === 'left' ? 1 : 0;
  const transB = transposed === 'right' ? 1 : 0;
  graph.rename(graph.op('Gemm', [left, right], { transA, transB }), 'product');
  graph.output('product', 'float', ['n', 'm']);
  return encodeGraph(graph, 'product');
}
