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
      return readGroup(file);
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

function readGroup(group: Group): HdfGroup {
  const groups = new Map<string, HdfGroup>();
  const datasets = new Map<string, HdfDataset>();
  for (const name of group.keys()) {
    if (skippedGroups.includes(name)) continue;
    const entity = group.get(name);
    if (isGroup(entity)) groups.set(name, readGroup(entity));
    else if (isDataset(entity)) datasets.set(name, readDataset(entity));
  }
  return { groups, datasets, lists: readLists(group.attrs) };
}

function readDataset(dataset: Dataset): HdfDataset {
  const { value } = dataset;
  const isFloat = value instanceof Float32Array || value instanceof Float64Array;
  return { shape: dataset.shape ?? [], values: isFloat ? Float32Array.from(value) : undefined };
}

function readLists(attributes: Readonly<Record<string, Attribute>>): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>();
  for (const [name, { value }] of Object.entries(attributes)) {
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
