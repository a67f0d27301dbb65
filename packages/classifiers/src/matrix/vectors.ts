export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function difference(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = a[i]! - b[i]!;
  return result;
}

/** `values += factor · others`, in place. */
export function addTo(values: Float64Array, others: Float64Array, factor: number): void {
  for (let i = 0; i < values.length; i++) values[i]! += factor * others[i]!;
}
