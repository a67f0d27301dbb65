import * as onNode from 'onnxruntime-node';
import * as onWeb from 'onnxruntime-web';

onWeb.env.wasm.numThreads = 1;

/** An input value: its shape and its elements. */
export interface Feed {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** The builds of ONNX Runtime that every graph must run on: native, and WebAssembly. */
export type Runtime = 'node' | 'web';

/** Opens a graph with one thread. Returns a function that runs it and gives its outputs by name. */
export async function openSession(bytes: Uint8Array, runtime: Runtime = 'node') {
  const { InferenceSession, Tensor } = runtime === 'node' ? onNode : onWeb;
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  return async (feeds: Readonly<Record<string, Feed>>): Promise<Record<string, Float32Array>> => {
    const tensors = Object.entries(feeds).map(([name, { data, shape }]) => {
      return [name, new Tensor(typeOf(data), data, shape)] as const;
    });
    const outputs = await session.run(Object.fromEntries(tensors));
    return Object.fromEntries(
      Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]),
    );
  };
}

function typeOf(data: Feed['data']): 'float32' | 'int32' | 'uint8' {
  if (data instanceof Float32Array) return 'float32';
  return data instanceof Int32Array ? 'int32' : 'uint8';
}
