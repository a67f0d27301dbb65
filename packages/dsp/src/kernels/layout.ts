/** Assigns addresses, multiples of 16, one after the other. */
export class Layout {
  /** The first address after all of them. */
  end: number;

  constructor(start: number) {
    this.end = start;
  }

  /** @param nBytes rounded up to a multiple of 16, and 16 more, because kernels may access a part of a vector after the end */
  reserve(nBytes: number): number {
    const address = this.end;
    this.end += 16 * Math.ceil(nBytes / 16) + 16;
    return address;
  }
}
