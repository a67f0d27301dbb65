import assert from 'node:assert/strict';

export const needs = [
  '@ser/onnx',
  '@tensorflow/tfjs-layers',
  '@ser/onnx/runtime',
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-backend-wasm',
];

/** Exports a network, runs it, and takes ten steps of training, both on ONNX Runtime's WebAssembly. */
export async function work([
  { toOnnx, toTrainingGraph, SerError },
  { initializers, layers, sequential },
  { openRuntime, openSession },
  tf,
]) {
  await tf.setBackend('wasm');
  const runtime = await openRuntime({ engine: 'onnx-web', threads: 1 });
  const kernelInitializer = initializers.glorotUniform({ seed: 1 });
  const dense = layers.dense({ inputShape: [4], units: 2, activation: 'softmax', kernelInitializer });
  const model = sequential({ layers: [dense] });
  const tensor = (type, data, shape) => new runtime.library.Tensor(type, data, shape);
  const input = tensor('float32', Float32Array.of(1, 0, 0, 1, 0, 1, 1, 0), [2, 4]);

  const prediction = await openSession(runtime, toOnnx(model, { labels: ['calm', 'angry'] }));
  const { output } = await prediction.run({ input });
  assert.deepEqual(output.dims, [2, 2]);

  const graph = toTrainingGraph(model, { loss: 'sparseCategoricalCrossentropy', optimizer: { name: 'sgd' } });
  const training = await openSession(runtime, graph.bytes);
  let carried = Object.fromEntries(
    graph.weights.map(({ input, weight }) => [input, tensor('float32', weight.values, weight.shape)]),
  );
  const losses = [];
  for (let step = 1; step <= 10; step++) {
    const target = tensor('int32', Int32Array.of(0, 1), [2]);
    const scalars = Object.fromEntries(
      graph.scalars.map((name) => [
        name,
        tensor('float32', Float32Array.of(name === 'step' ? step : 0.5), []),
      ]),
    );
    const outputs = await training.run({ input, target, ...scalars, ...carried });
    carried = Object.fromEntries(graph.weights.map(({ input, output }) => [input, outputs[output]]));
    losses.push(outputs[graph.loss].data[0]);
  }
  assert.ok(losses.at(-1) < losses[0]);
  assert.throws(() => toTrainingGraph(model, { loss: 'hinge', optimizer: { name: 'sgd' } }), SerError);
  return { first: output.data[0].toFixed(5), last: losses.at(-1).toFixed(5) };
}
