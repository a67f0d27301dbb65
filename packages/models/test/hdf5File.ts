import h5wasm, { type Group } from 'h5wasm';

export interface MadeDataset {
  readonly data: Float32Array | Float64Array | Int32Array;
  readonly shape: readonly number[];
}

/** Zeros as a dataset. */
export function zeros(...shape: number[]): MadeDataset {
  return { data: new Float32Array(shape.reduce((product, size) => product * size, 1)), shape };
}

/** An HDF5 file of datasets by their paths, and of lists of strings by group (`''` is the root) and name. */
export async function hdf5File(
  datasets: Readonly<Record<string, MadeDataset>>,
  lists: Readonly<Record<string, Readonly<Record<string, string[]>>>> = {},
): Promise<Uint8Array> {
  const { FS } = await h5wasm.ready;
  const file = new h5wasm.File('/made.h5', 'w');
  for (const [path, { data, shape }] of Object.entries(datasets)) {
    const groups = path.split('/');
    const name = groups.pop()!;
    groupAt(file, groups).create_dataset({ name, data, shape: [...shape] });
  }
  for (const [path, attributes] of Object.entries(lists)) {
    const group = groupAt(file, path.split('/').filter(Boolean));
    for (const [name, values] of Object.entries(attributes)) group.create_attribute(name, values);
  }
  file.close();
  const bytes = FS.readFile('/made.h5').slice();
  FS.unlink('/made.h5');
  return bytes;
}

function groupAt(root: Group, names: readonly string[]): Group {
  return names.reduce(
    (group, name) => (group.keys().includes(name) ? (group.get(name) as Group) : group.create_group(name)),
    root,
  );
}
