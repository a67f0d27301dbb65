/** The contours of a clip, stored one after the other, so that statistics over time read memory sequentially. */
export class ContourTable {
  readonly nContours: number;
  #nFrames = 0;
  #buffer = new Float64Array(0);
  #data = new Float64Array(0);

  constructor(nContours: number) {
    this.nContours = nContours;
  }

  get nFrames(): number {
    return this.#nFrames;
  }

  /** `[nContours, nFrames]`. */
  get data(): Float64Array {
    return this.#data;
  }

  /** Prepares for a clip of `nFrames`. */
  begin(nFrames: number): void {
    const length = this.nContours * nFrames;
    if (this.#buffer.length < length) this.#buffer = new Float64Array(length);
    this.#data = this.#buffer.subarray(0, length);
    this.#nFrames = nFrames;
  }

  set(contour: number, frame: number, value: number): void {
    this.#data[contour * this.#nFrames + frame] = value;
  }

  /** Writes one value into each of several adjacent contours, from index `first` on. */
  setColumn(first: number, frame: number, values: Float64Array): void {
    const data = this.#data;
    const nFrames = this.#nFrames;
    for (let i = 0, at = first * nFrames + frame; i < values.length; i++, at += nFrames)
      data[at] = values[i]!;
  }

  /** A view of one contour, of shape `[nFrames]`. */
  contour(contour: number): Float64Array {
    return this.#data.subarray(contour * this.#nFrames, (contour + 1) * this.#nFrames);
  }
}
