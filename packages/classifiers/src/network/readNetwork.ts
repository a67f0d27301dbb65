import type { ClassifierFiles } from '../classifier/classifier.js';
import { decodeWeights } from '../modelFiles/decodeWeights.js';
import { invalidFile } from '../modelFiles/invalidFile.js';
import { networkFiles } from '../modelFiles/networkFiles.js';
import { readNetworkFiles } from '../modelFiles/readNetworkFiles.js';
import type { Layer } from './layer.js';
import { LayerWeights } from './layerWeights.js';
import { readLayer } from './readLayer.js';
import { type SavedLayer, savedLayers } from './savedLayer.js';

/** A network that is ready to predict. */
export interface Network {
  /** Shape of one example, without the first axis. */
  readonly inputShape: readonly number[];
  readonly nClasses: number;
  readonly layers: readonly Layer[];
}

/** @throws {SerError} `unsupported-network`, `invalid-model-files` */
export function readNetwork(files: ClassifierFiles): Network {
  const parts = readNetworkFiles(files);
  const saved = savedLayers(parts.topology);
  const inputShape = inputShapeOf(saved);
  const weights = new LayerWeights(decodeWeights(parts));
  const layers: Layer[] = [];
  let shape = inputShape;
  for (const layer of saved) {
    const read = readLayer(layer, shape, weights);
    shape = read.outputShape;
    layers.push(read);
  }
  weights.requireAllTaken();
  if (shape.length !== 1) {
    throw invalid(
      `is not a classifier: its output has the shape [n, ${shape.join(', ')}]; it must be [n, nClasses].`,
    );
  }
  return { inputShape, nClasses: shape[0]!, layers };
}

/** The shape of the examples, which the first layer has. */
function inputShapeOf([first]: readonly SavedLayer[]): readonly number[] {
  const shape: unknown = first?.config['batch_input_shape'] ?? first?.config['batch_shape'];
  const [, ...sizes] = Array.isArray(shape) ? (shape as readonly unknown[]) : [];
  if (sizes.length > 0 && sizes.every((size) => Number.isSafeInteger(size) && (size as number) >= 1)) {
    return sizes as readonly number[];
  }
  throw invalid('has no fixed input shape: the `batch_input_shape` of its first layer is missing or open.');
}

function invalid(what: string) {
  return invalidFile(networkFiles.topology, `The network in \`${networkFiles.topology}\` ${what}`);
}
