import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HdfDataset, HdfGroup } from './hdfGroup.js';
import { type LayerPair, mismatch, type StoredLayer, weighted } from './layerPair.js';

/** Where a layer keeps weights, in the order of TensorFlow.js; seeds of dropout stand elsewhere. */
const places = ['cell', 'forward_layer', 'backward_layer', 'layer'];

/**
 * The layers of a file in the format of Keras 3, those without weights left out. A layer is called after its class and
 * its place among the layers of that class: `conv1d`, `conv1d_1`.
 *
 * @throws {SerError} `invalid-model-files` when the file has no layers
 * @see `_save_container_state`, https://github.com/keras-team/keras/blob/master/keras/src/saving/saving_lib.py
 */
export function storedLayers({ groups }: HdfGroup): readonly StoredLayer[] {
  const layers = groups.get('layers');
  if (!layers)
    throw mismatch('The HDF5 file has no group `layers`: it holds no Sequential or Functional model.');
  return [...layers.groups]
    .map(([name, group]) => ({ name, weights: weightsOf(group) }))
    .filter(({ weights }) => weights.length > 0);
}

/** @throws {SerError} `invalid-model-files` when a layer of the model or of the file has no partner */
export function pairByName(model: LayersModel, stored: readonly StoredLayer[]): readonly LayerPair[] {
  const layers = new Map(stored.map((layer) => [layer.name, layer]));
  const names = kerasNames(model);
  const pairs = weighted(model).map((layer, i) => {
    const partner = layers.get(names[i]!);
    if (partner) return { layer, stored: partner };
    throw mismatch(
      `The file has no weights for layer \`${layer.name}\` of the network, which Keras calls \`${names[i]}\`. ` +
        `It has ${[...layers.keys()].join(', ') || 'none'}. Build the network with the architecture of the file.`,
    );
  });
  const left = [...layers.keys()].find((name) => !names.includes(name));
  if (left === undefined) return pairs;
  throw mismatch(
    `The file has a layer \`${left}\` with weights that the network lacks; the network has ${names.join(', ')}. ` +
      'Build the network with the architecture of the file.',
  );
}

/** What Keras calls the layers with weights; those without count too. */
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
  const inner = places.flatMap((place) => {
    const group = groups.get(place);
    return group ? weightsOf(group) : [];
  });
  return [...own.map(([, dataset]) => dataset), ...inner];
}
