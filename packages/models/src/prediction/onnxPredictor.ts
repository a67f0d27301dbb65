import type { Examples } from '@ser/classifiers';
import { toOnnx } from '@ser/onnx';
import type { Variable } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type OnnxRuntime, type OnnxSession, openSession } from '@ser/onnx/runtime';

/** A model with its current weights as a session of ONNX Runtime, for batches of any size. */
export class OnnxPredictor {
  readonly #runtime: OnnxRuntime;
  readonly #session: OnnxSession;
  /** Identities of the weights: TensorFlow.js changes the one of a weight whenever it is assigned. */
  readonly #dataIds: readonly object[];
  #running: Promise<unknown> = Promise.resolve();

  private constructor(runtime: OnnxRuntime, session: OnnxSession, dataIds: readonly object[]) {
    this.#runtime = runtime;
    this.#session = session;
    this.#dataIds = dataIds;
  }

  /** @throws {SerError} when ONNX cannot express the model */
  static async create(runtime: OnnxRuntime, model: LayersModel): Promise<OnnxPredictor> {
    const dataIds = dataIdsOf(model);
    return new OnnxPredictor(runtime, await openSession(runtime, toOnnx(model)), dataIds);
  }

  /** Whether the model still has the weights of this session. */
  isOf(model: LayersModel): boolean {
    return dataIdsOf(model).every((dataId, i) => dataId === this.#dataIds[i]);
  }

  /** @returns row-major, `[n, nClasses]` */
  async predict({ data, shape }: Examples): Promise<Float32Array> {
    const input = new this.#runtime.library.Tensor('float32', data, shape);
    const run = this.#session.run({ input });
    this.#running = run.catch(() => {});
    const { output } = await run;
    return output!.data as Float32Array;
  }

  /** Frees the session after its last prediction. */
  async release(): Promise<void> {
    await this.#running;
    await this.#session.release();
  }
}

function dataIdsOf(model: LayersModel): readonly object[] {
  return model.weights.map((weight) => (weight.read() as Variable).dataId);
}
