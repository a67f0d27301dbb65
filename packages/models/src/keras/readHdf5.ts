import type { Attribute, Dataset, Group } from 'h5wasm';
import { ModelError } from '../errors.js';
import type { HdfDataset, HdfGroup } from './hdfGroup.js';
import { packageMissing } from './packageMissing.js';

/** Path of the file in the library's file system. */
const path = '/weights.h5';

/** The state of optimizers, which is not needed. */
const skippedGroups = ['optimizer', 'optimizer_weights'];

/**
 * Reads an HDF5 file without the state of optimizers.
 *
 * @throws {SerError} `invalid-model-files` when the file is cut short or damaged, `package-missing` without `h5wasm`
 */
export async function readHdf5(bytes: Uint8Array): Promise<HdfGroup> {
  const library = await importHdf5();
  const module = await library.ready;
  module.FS.writeFile(path, bytes);
  module.activate_throwing_error_handler(); // otherwise it prints
  try {
    const file = new library.File(path, 'r');
    try {
      return readGroup(file, bytes.length);
    } finally {
      file.close();
    }
  } catch (cause) {
    throw new ModelError(
      'invalid-model-files',
      'The file cannot be read as HDF5; it may be cut short. Save the weights in Keras again.',
      { cause },
    );
  } finally {
    module.deactivate_throwing_error_handler();
    module.FS.unlink(path);
  }
}

/** Bundlers take an `import()` within a `try` as one that may fail. @throws {SerError} `package-missing` */
async function importHdf5() {
  try {
    return await import('h5wasm');
  } catch (cause) {
    throw packageMissing('h5wasm', cause);
  }
}

/** The best that deflate can do. */
const maxCompression = 1032;

/** Groups of Keras are nested about six deep. */
const maxDepth = 32;

function readGroup(group: Group, fileSize: number, depth = 0): HdfGroup {
  if (depth > maxDepth) throw new RangeError(`Groups are nested more than ${maxDepth} deep.`);
  const groups = new Map<string, HdfGroup>();
  const datasets = new Map<string, HdfDataset>();
  for (const name of group.keys()) {
    if (skippedGroups.includes(name)) continue;
    const entity = group.get(name);
    if (isGroup(entity)) groups.set(name, readGroup(entity, fileSize, depth + 1));
    else if (isDataset(entity)) datasets.set(name, readDataset(entity, fileSize));
  }
  return { groups, datasets, lists: readLists(group.attrs) };
}

function readDataset(dataset: Dataset, fileSize: number): HdfDataset {
  const { total_size: count, size, chunks } = dataset.metadata;
  // only chunks may be compressed
  if (count * size > (chunks ? maxCompression : 1) * fileSize) {
    throw new RangeError(`An array of ${count} values cannot be in a file of ${fileSize} bytes.`);
  }
  const { value } = dataset;
  const isFloat = value instanceof Float32Array || value instanceof Float64Array;
  return { shape: dataset.shape ?? [], values: isFloat ? Float32Array.from(value) : undefined };
}

/** The lists that legacy files have, in parts if they are long. Other attributes are not read: a damaged one may hang. */
const listNames = /^(layer_names|weight_names)\d*$/;

function readLists(attributes: Readonly<Record<string, Attribute>>): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  for (const [name, attribute] of Object.entries(attributes)) {
    if (!listNames.test(name)) continue;
    const { value } = attribute;
    const isEmpty = ArrayBuffer.isView(value) && value.byteLength === 0; // an empty list of Keras
    if (Array.isArray(value)) lists.set(name, value.map(String));
    else if (isEmpty) lists.set(name, []);
  }
  return lists;
}

type Entity = ReturnType<Group['get']>;

function isGroup(entity: Entity): entity is Group {
  return entity !== null && 'keys' in entity;
}

function isDataset(entity: Entity): entity is Dataset {
  return entity !== null && 'shape' in entity;
}
