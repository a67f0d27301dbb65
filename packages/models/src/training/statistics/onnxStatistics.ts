import type { Examples } from '@ser/classifiers';
import { type StatisticsGraph, toStatisticsGraph } from '@ser/onnx';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type OnnxRuntime, type OnnxSession, openSession } from '@ser/onnx/runtime';
import type { BatchStatistics } from './batchStatistics.js';
import type { Moments } from './pooledMoments.js';

/** Statistics computed by a graph of ONNX Runtime. */
export class OnnxStatistics implements BatchStatistics {
  readonly #runtime: OnnxRuntime;
  readonly #layers: StatisticsGraph['layers'];
  readonly #session: OnnxSession;

  private constructor(runtime: OnnxRuntime, layers: StatisticsGraph['layers'], session: OnnxSession) {
    this.#runtime = runtime;
    this.#layers = layers;
    this.#session = session;
  }

  /** @throws {SerError} when ONNX cannot express the model */
  static async open(model: LayersModel, runtime: OnnxRuntime): Promise<OnnxStatistics> {
    const { bytes, layers } = toStatisticsGraph(model);
    return new OnnxStatistics(runtime, layers, await openSession(runtime, bytes));
  }

  async of({ data, shape }: Examples): Promise<ReadonlyMap<string, Moments>> {
    const input = new this.#runtime.library.Tensor('float32', data, shape);
    const results = await this.#session.run({ input });
    const values = (name: string) => results[name]!.data as Float32Array;
    return new Map(
      this.#layers.map(({ layer, mean, variance }) => [
        layer,
        { mean: values(mean), variance: values(variance) },
      ]),
    );
  }

  async dispose(): Promise<void> {
    await this.#session.release();
  }
}
