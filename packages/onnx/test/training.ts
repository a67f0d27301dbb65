import type { TrainingGraph } from '../src/training/trainingGraph.js';
import { type Feed, openSession, type Runtime } from './session.js';

/** The data of one step. */
export interface StepFeeds {
  readonly x: Feed;
  readonly y: Feed;
  readonly sampleWeight?: Float32Array;
  readonly learningRate?: number;
  readonly masks?: Readonly<Record<string, Uint8Array>>;
}

/** An opened training graph. */
export type OpenTraining = Awaited<ReturnType<typeof openTraining>>;

/** Opens a training graph, with its initial weights and optimizer state. */
export async function openTraining(graph: TrainingGraph, runtime: Runtime = 'node') {
  const run = await openSession(graph.bytes, runtime);
  const values = new Map<string, Feed>([
    ...graph.weights.map(
      ({ input, weight }) => [input, { shape: weight.shape, data: weight.values }] as const,
    ),
    ...graph.state.map(({ input, shape, initial }) => {
      const size = shape.reduce((product, n) => product * n, 1);
      return [input, { shape, data: new Float32Array(size).fill(initial) }] as const;
    }),
  ]);
  let steps = 0;
  return {
    /** Current value of a weight or an optimizer slot. */
    value: (name: string) => values.get(name)!.data as Float32Array,
    set: (name: string, data: Float32Array) => values.set(name, { shape: values.get(name)!.shape, data }),
    /** Runs the graph and discards the new weights and state. */
    async run({ x, y, sampleWeight, learningRate = 1, masks = {} }: StepFeeds) {
      const batch = x.shape[0]!;
      const scalars = { learningRate, step: steps + 1 };
      const maskOf = ({ name, shape }: { name: string; shape: readonly number[] }) => {
        const size = [batch, ...shape].reduce((product, n) => product * n, 1);
        return masks[name] ?? new Uint8Array(size).fill(1);
      };
      return run({
        [graph.input.name]: x,
        [graph.target.name]: y,
        ...(sampleWeight && { sampleWeight: { shape: [batch], data: sampleWeight } }),
        ...Object.fromEntries(
          graph.scalars.map((name) => [name, { shape: [], data: Float32Array.of(scalars[name]) }]),
        ),
        ...Object.fromEntries(
          graph.masks.map((mask) => [mask.name, { shape: [batch, ...mask.shape], data: maskOf(mask) }]),
        ),
        ...Object.fromEntries(values),
      });
    },
    /** Runs one step and keeps the new weights and state. */
    async step(feeds: StepFeeds) {
      const outputs = await this.run(feeds);
      steps++;
      for (const { input, output } of [...graph.weights, ...graph.state]) this.set(input, outputs[output]!);
      return outputs;
    },
  };
}
