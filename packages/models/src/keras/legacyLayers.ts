import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HdfDataset, HdfGroup } from './hdfGroup.js';
import { type LayerPair, mismatch, type StoredLayer, weighted } from './layerPair.js';

/**
 * The layers with weights of a file in the legacy format of Keras, in order.
 *
 * @returns `undefined` when the file is not in that format
 * @see https://github.com/keras-team/keras/blob/master/keras/src/legacy/saving/legacy_h5_format.py
 */
export function legacyLayers(root: HdfGroup): readonly StoredLayer[] | undefined {
  const model = root.groups.get('model_weights') ?? root;
  const names = listOf(model, 'layer_names');
  return names
    ?.map((name) => ({ name, weights: weightsOf(name, model.groups.get(name)) }))
    .filter(({ weights }) => weights.length > 0);
}

/** @throws {SerError} `invalid-model-files` when the file has more layers than the model, or fewer */
export function pairByOrder(model: LayersModel, stored: readonly StoredLayer[]): readonly LayerPair[] {
  const layers = weighted(model);
  if (layers.length === stored.length) return layers.map((layer, i) => ({ layer, stored: stored[i]! }));
  const namesOf = (named: readonly { readonly name: string }[]) =>
    named.map(({ name }) => name).join(', ') || 'none';
  throw mismatch(
    `The file must have ${layers.length} layers with weights (${namesOf(layers)}); it has ${stored.length} ` +
      `(${namesOf(stored)}). Build the network with the architecture of the file.`,
  );
}

function weightsOf(layer: string, group: HdfGroup | undefined): readonly HdfDataset[] {
  const names = (group && listOf(group, 'weight_names')) ?? [];
  return names.map((name) => {
    const dataset = datasetAt(group!, name.split('/'));
    if (dataset) return dataset;
    throw mismatch(
      `The file lists a weight \`${name}\` of the layer \`${layer}\` but does not contain it. Save the model in Keras again.`,
    );
  });
}

function datasetAt(
  { groups, datasets }: HdfGroup,
  [first, ...rest]: readonly string[],
): HdfDataset | undefined {
  if (rest.length === 0) return datasets.get(first!);
  const group = groups.get(first!);
  return group && datasetAt(group, rest);
}

/** A list, which Keras splits into `name0`, `name1`, … when it is longer than HDF5 allows. */
function listOf({ lists }: HdfGroup, name: string): readonly string[] | undefined {
  const whole = lists.get(name);
  if (whole || !lists.has(`${name}0`)) return whole;
  const parts: string[] = [];
  for (let i = 0; lists.has(`${name}${i}`); i++) parts.push(...lists.get(`${name}${i}`)!);
  return parts;
}
