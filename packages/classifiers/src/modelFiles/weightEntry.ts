/** How the values of a weight are stored in fewer bytes. */
export interface Quantization {
  readonly dtype: 'float16' | 'uint8' | 'uint16';
  /** A stored integer times `scale`, plus `min`, is the value; float16 has neither. */
  readonly scale?: number;
  readonly min?: number;
}

/** One weight in the `weightsManifest` of `model.json`. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: Quantization;
}

const bytesPerValue: Readonly<Record<string, number>> = {
  float32: 4,
  int32: 4,
  float16: 2,
  uint16: 2,
  uint8: 1,
  bool: 1,
};

/** Bytes that a weight occupies in the file; NaN for a data type that no version of the format has. */
export function storedBytes(entry: WeightEntry): number {
  return countValues(entry) * (bytesPerValue[entry.quantization?.dtype ?? entry.dtype] ?? NaN);
}

export function countValues({ shape }: WeightEntry): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function isWeightEntry(value: unknown): value is WeightEntry {
  const { name, shape, dtype, quantization } = (value ?? {}) as Partial<Record<keyof WeightEntry, unknown>>;
  return (
    typeof name === 'string' &&
    typeof dtype === 'string' &&
    Array.isArray(shape) &&
    shape.every((size) => Number.isSafeInteger(size) && size >= 0) &&
    (quantization === undefined || isQuantization(quantization))
  );
}

function isQuantization(value: unknown): value is Quantization {
  const { dtype, scale, min } = (value ?? {}) as Partial<Record<keyof Quantization, unknown>>;
  return dtype === 'float16' || ((dtype === 'uint8' || dtype === 'uint16') && areFinite(scale, min));
}

function areFinite(...values: readonly unknown[]): boolean {
  return values.every((value) => Number.isFinite(value));
}
