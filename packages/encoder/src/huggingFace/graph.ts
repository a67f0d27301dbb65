import { type OnnxRuntime, type OnnxSession, type OnnxTensor, openSession } from '@ser/onnx/runtime';
import { EncoderError } from '../errors.js';
import type { EncoderFile } from '../files/encoderFolder.js';
import type { InputWindow } from './modelInput.js';

const mask = 'attention_mask';

/** The graph of an encoder, ready to run. Runs wait for each other: a session in WebAssembly takes one at a time. */
export class Graph {
  readonly runtime: OnnxRuntime;
  readonly #session: OnnxSession;
  #lastRun: Promise<unknown> = Promise.resolve();

  private constructor(runtime: OnnxRuntime, session: OnnxSession) {
    this.runtime = runtime;
    this.#session = session;
  }

  /** @throws {SerError} `invalid-encoder` with the reason as its `cause` */
  static async open(runtime: OnnxRuntime, { path, bytes }: EncoderFile): Promise<Graph> {
    try {
      return new Graph(runtime, await openSession(runtime, bytes));
    } catch (cause) {
      throw new EncoderError(
        'invalid-encoder',
        `\`${path}\` must be an ONNX file that contains its weights, but ${runtime.description} cannot open it. ` +
          `${adviceFor(bytes)}`,
        { file: path, cause },
      );
    }
  }

  get outputNames(): readonly string[] {
    return this.#session.outputNames;
  }

  /** @throws {SerError} `unsupported-encoder` unless the graph has this input, and at most an attention mask besides */
  requireInput(name: string): void {
    const { inputNames } = this.#session;
    if (inputNames.includes(name) && inputNames.every((input) => input === name || input === mask)) return;
    throw new EncoderError(
      'unsupported-encoder',
      `The graph must have the input \`${name}\` and, optionally, \`${mask}\`; got ${inputNames.join(', ')}. Export the ` +
        'encoder alone.',
    );
  }

  /**
   * Computes layers of one window.
   *
   * @param outputs names of the layers
   * @returns of each layer `[nPositions, width]`
   * @throws {SerError} `unsupported-encoder`
   */
  run(input: string, window: InputWindow, outputs: readonly string[]): Promise<readonly OnnxTensor[]> {
    const run = this.#lastRun.then(() => this.#runNow(input, window, outputs));
    this.#lastRun = run.catch(() => undefined);
    return run;
  }

  /** Frees the memory of the session after the runs that have been asked for. */
  async release(): Promise<void> {
    await this.#lastRun;
    await this.#session.release();
  }

  async #runNow(
    input: string,
    { data, dims }: InputWindow,
    outputs: readonly string[],
  ): Promise<readonly OnnxTensor[]> {
    const { Tensor } = this.runtime.library;
    const inputs: Record<string, OnnxTensor> = { [input]: new Tensor('float32', data, [1, ...dims]) };
    if (this.#session.inputNames.includes(mask)) {
      const length = dims.at(-1)!;
      inputs[mask] = new Tensor('int64', new BigInt64Array(length).fill(1n), [1, length]);
    }
    const wanted = Object.fromEntries(outputs.map((output) => [output, null]));
    try {
      const results = await this.#session.run(inputs, wanted);
      return outputs.map((output) => results[output]!);
    } catch (cause) {
      const message = `The graph must take \`${input}\` as float32 [1, ${dims.join(', ')}], but running it failed. Export it with a float32 input.`;
      throw new EncoderError('unsupported-encoder', message, { cause });
    }
  }
}

function adviceFor(bytes: Uint8Array): string {
  const begin = new TextDecoder().decode(bytes.subarray(0, 40));
  if (begin.startsWith('version https://git-lfs')) return 'It is a Git LFS pointer: run `git lfs pull`.';
  return 'Download it again, or choose another `file`.';
}
