/** A group of an HDF5 file, with its content. */
export interface HdfGroup {
  readonly groups: ReadonlyMap<string, HdfGroup>;
  readonly datasets: ReadonlyMap<string, HdfDataset>;
  /** The attributes that are lists of strings. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** An array of an HDF5 file. */
export interface HdfDataset {
  readonly shape: readonly number[];
  /** Row-major; `undefined` unless the values are floats of 32 or 64 bits. */
  readonly values: Float32Array | undefined;
}
