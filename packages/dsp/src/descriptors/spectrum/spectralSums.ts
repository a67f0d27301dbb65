/** Sums over the bins of a spectrum, computed in one pass, which takes no longer than a single sum. */
export class SpectralSums {
  /** Sum of the powers. */
  power = 0;
  /** Sum of powers times frequencies. */
  frequency = 0;
  /** Sum of the logarithms. */
  logarithm = 0;
  /** Sum of powers times their logarithms. */
  entropy = 0;
  /** Sum of the logarithms times the weights of the slope. */
  slope = 0;
  readonly #frequencies: Float64Array;
  readonly #slopeWeights: Float64Array;

  constructor(frequencies: Float64Array, slopeWeights: Float64Array) {
    this.#frequencies = frequencies;
    this.#slopeWeights = slopeWeights;
  }

  read(powers: Float64Array, logarithms: Float64Array): void {
    const frequencies = this.#frequencies;
    const slopeWeights = this.#slopeWeights;
    let power = 0;
    let frequency = 0;
    let logarithm = 0;
    let entropy = 0;
    let slope = 0;
    for (let k = 0; k < frequencies.length; k++) {
      const p = powers[k]!;
      const l = logarithms[k]!;
      power += p;
      frequency += p * frequencies[k]!;
      logarithm += l;
      entropy += p * l;
      slope += l * slopeWeights[k]!;
    }
    this.power = power;
    this.frequency = frequency;
    this.logarithm = logarithm;
    this.entropy = entropy;
    this.slope = slope;
  }
}
