import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HdfDataset, HdfGroup } from './hdfGroup.js';
import { type LayerPair, mismatch, type StoredLayer, weighted } from './layerPair.js';

/** Groups of a layer with weights, in the order of TensorFlow.js; seeds of dropout are in other groups. */
const weightGroups = ['cell', 'forward_layer', 'backward_layer', 'layer'];

/**
 * The layers with weights of a file in the format of Keras 3. A layer is named after its class and its index among the
 * layers of that class: `conv1d`, `conv1d_1`.
 *
 * @throws {SerError} `invalid-model-files` when the file has no layers
 * @see `_save_container_state`, https://github.com/keras-team/keras/blob/master/keras/src/saving/saving_lib.py
 */
export function storedLayers({ groups }: HdfGroup): readonly StoredLayer[] {
  const layers = groups.get('layers');
  if (!layers)
    throw mismatch('The HDF5 file has no group `layers`: it is not a Sequential or Functional model.');
  return [...layers.groups]
    .map(([name, group]) => ({ name, weights: weightsOf(group) }))
    .filter(({ weights }) => weights.length > 0);
}

/** @throws {SerError} `invalid-model-files` when a layer of the model or of the file has no counterpart */
export function pairByName(model: LayersModel, stored: readonly StoredLayer[]): readonly LayerPair[] {
  const layers = new Map(stored.map((layer) => [layer.name, layer]));
  const names = kerasNames(model);
  const pairs = weighted(model).map((layer, i) => {
    const counterpart = layers.get(names[i]!);
    if (counterpart) return { layer, stored: counterpart };
    throw mismatch(
      `The file has no weights for the layer \`${layer.name}\` of the network, named \`${names[i]}\` in Keras. ` +
        `It has ${[...layers.keys()].join(', ') || 'none'}. Build the network with the architecture of the file.`,
    );
  });
  const unmatched = [...layers.keys()].find((name) => !names.includes(name));
  if (unmatched === undefined) return pairs;
  throw mismatch(
    `The file has a layer \`${unmatched}\` that the network lacks; the network has ${names.join(', ')}. ` +
      'Build the network with the architecture of the file.',
  );
}

/** The names of the layers with weights in Keras; layers without weights are counted as well. */
function kerasNames(model: LayersModel): readonly string[] {
  const counts = new Map<string, number>();
  const names = model.layers.map((layer) => {
    const name = snakeCase(layer.getClassName());
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count === 0 ? name : `${name}_${count}`;
  });
  return names.filter((_, i) => model.layers[i]!.weights.length > 0);
}

/** `BatchNormalization` as `batch_normalization`, `Conv1D` as `conv1d`: the rule of Keras. */
function snakeCase(className: string): string {
  return className
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

function weightsOf({ groups }: HdfGroup): readonly HdfDataset[] {
  const own = [...(groups.get('vars')?.datasets ?? [])].sort(([a], [b]) => Number(a) - Number(b));
  const inner = weightGroups.flatMap((name) => {
    const group = groups.get(name);
    return group ? weightsOf(group) : [];
  });
  return [...own.map(([, dataset]) => dataset), ...inner];
}
