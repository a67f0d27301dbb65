import { appendNetwork } from '@ser/onnx';
import { encodeGraph, GraphBuilder } from '@ser/onnx/graph';
import { loadNetwork } from '../classifier/loadClassifier.js';
import { openEngine } from '../engine/openEngine.js';
import { cast } from './doubleSteps.js';
import type { ExportedInput, ExportedMember, ExportedRecognizer } from './exportedRecognizer.js';
import { fisherVectorSteps } from './fisherVectorSteps.js';
import { normalizerSteps } from './normalizerSteps.js';

/** Name of the output of the graph. */
const outputName = 'probabilities';

/**
 * Writes the steps of a recognizer from features to probabilities as one ONNX file: normalizers, frame encoders, classifiers,
 * and the weighted mean.
 *
 * Inputs are float32 `[N, nFrames, nFeatures]`, or `[N, nFeatures]` for features of whole clips; the output `probabilities`
 * is float32 `[N, nLabels]`. `Recognizer.toOnnx` of `@ser/recognizer` calls this.
 *
 * @throws {SerError} `invalid-model-files`; `unsupported-layer` or `unsupported-option` for a network that ONNX cannot
 *   express
 */
export async function recognizerToOnnx({
  inputs,
  members,
  columns,
  metadata,
}: ExportedRecognizer): Promise<Uint8Array> {
  await openEngine('tfjs-cpu'); // weights are read through TensorFlow.js
  const graph = new GraphBuilder();
  const features = new Map(inputs.map((input) => [input.name, declare(graph, input)]));
  const outputs: Weighted[] = [];
  for (const member of members) {
    const name = await memberSteps(graph, features.get(member.input)!, member);
    outputs.push({ name, weight: member.weight });
  }
  const mean = meanSteps(graph, outputs);
  const chosen = columns ? restrictSteps(graph, mean, columns) : mean;
  graph.output(graph.rename(chosen, outputName), 'float', ['N', columns?.length ?? 'labels']);
  return encodeGraph(graph, 'recognizer', metadata);
}

/** Declares an input; returns the name of its value, `[N, nFrames, nFeatures]`. */
function declare(graph: GraphBuilder, { name, nFrames, nFeatures }: ExportedInput): string {
  if (nFrames !== 1) return graph.input(name, 'float', ['N', nFrames ?? 'frames', nFeatures]);
  graph.input(name, 'float', ['N', nFeatures]);
  return graph.op('Unsqueeze', [name, graph.ints(1)]);
}

async function memberSteps(
  graph: GraphBuilder,
  features: string,
  { name, normalizer, encoder, classifier }: ExportedMember,
): Promise<string> {
  const normalized = normalizerSteps(graph, features, normalizer);
  const input = encoder ? fisherVectorSteps(graph, normalized, encoder) : normalized;
  const network = await loadNetwork(classifier);
  try {
    return appendNetwork(graph, network, { input, prefix: `${name}/` }).name;
  } finally {
    network.dispose();
  }
}

interface Weighted {
  readonly name: string;
  readonly weight: number;
}

function meanSteps(graph: GraphBuilder, outputs: readonly Weighted[]): string {
  const [first, ...others] = outputs.map(({ name, weight }) =>
    graph.op('Mul', [cast(graph, name, 'double'), graph.doubles([weight])]),
  );
  if (others.length === 0) return outputs[0]!.name;
  const sum = others.reduce((total, other) => graph.op('Add', [total, other]), first!);
  const total = outputs.reduce((all, { weight }) => all + weight, 0);
  return cast(graph, graph.op('Div', [sum, graph.doubles([total])]), 'float');
}

/** Some columns, divided by their sum; equal shares where it is 0. */
function restrictSteps(graph: GraphBuilder, probabilities: string, columns: readonly number[]): string {
  const chosen = cast(
    graph,
    graph.op('Gather', [probabilities, graph.ints(...columns)], { axis: 1 }),
    'double',
  );
  const sum = graph.op('ReduceSum', [chosen, graph.ints(1)], { keepdims: 1 });
  const isZero = graph.op('Equal', [sum, graph.doubles([0])]);
  const shares = graph.op('Div', [chosen, graph.op('Where', [isZero, graph.doubles([1]), sum])]);
  return cast(graph, graph.op('Where', [isZero, graph.doubles([1 / columns.length]), shares]), 'float');
}
