/** A group of an HDF5 file, read whole. */
export interface HdfGroup {
  readonly groups: ReadonlyMap<string, HdfGroup>;
  readonly datasets: ReadonlyMap<string, HdfDataset>;
  /** Attributes that are lists of strings, the only ones of use here. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

export interface HdfDataset {
  readonly shape: readonly number[];
  /** Row-major; `undefined` unless the values are floats of 32 or 64 bits. */
  readonly values: Float32Array | undefined;
}
