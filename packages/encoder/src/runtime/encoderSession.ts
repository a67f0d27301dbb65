import { type OnnxRuntime, type OnnxSession, openSession } from '@ser/onnx/runtime';
import { EncoderError } from '../errors.js';
import { encoderModel } from '../model/encoderModel.js';

/** What the graph computes: mean and standard deviation of each layer, both `[nLayers * width]`. */
export interface EncoderOutput {
  readonly mean: Float32Array;
  readonly std: Float32Array;
}

/** The bundled graph, ready to run. Runs wait for each other: a session in WebAssembly takes one at a time. */
export class EncoderSession {
  readonly runtime: OnnxRuntime;
  readonly #session: OnnxSession;
  #lastRun: Promise<unknown> = Promise.resolve();

  private constructor(runtime: OnnxRuntime, session: OnnxSession) {
    this.runtime = runtime;
    this.#session = session;
  }

  /** @throws {SerError} `engine-unavailable` with the reason as its `cause` */
  static async open(runtime: OnnxRuntime): Promise<EncoderSession> {
    try {
      const model = await encoderModel();
      return new EncoderSession(runtime, await openSession(runtime, model));
    } catch (cause) {
      throw new EncoderError(
        'engine-unavailable',
        `${runtime.description} must open the encoder's graph, but failed. A page must serve all files of its bundle; a ` +
          "content security policy must allow 'wasm-unsafe-eval'.",
        { cause },
      );
    }
  }

  /**
   * @param mel of shape `[80, nFrames]`, at most 3000 frames
   * @param weights of shape `[ceil(nFrames / 2)]`, not all 0
   */
  run(mel: Float32Array, weights: Float32Array): Promise<EncoderOutput> {
    const run = this.#lastRun.then(() => this.#runNow(mel, weights));
    this.#lastRun = run.catch(() => undefined);
    return run;
  }

  /** Frees the memory of the session after the runs that have been asked for. */
  async release(): Promise<void> {
    await this.#lastRun;
    await this.#session.release();
  }

  async #runNow(mel: Float32Array, weights: Float32Array): Promise<EncoderOutput> {
    const { Tensor } = this.runtime.library;
    const { mean, std } = await this.#session.run({
      mel: new Tensor('float32', mel, [1, 80, mel.length / 80]),
      weights: new Tensor('float32', weights, [weights.length]),
    });
    return { mean: mean!.data as Float32Array, std: std!.data as Float32Array };
  }
}
