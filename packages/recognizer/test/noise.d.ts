/** White noise that is the same every time: a linear congruential generator, Gaussian enough by summing four draws. */
export declare function noise(nSamples: number, amplitude: number, seed?: number): Float32Array;
/** Samples one upon the other. */
export declare function mixed(a: Float32Array, b: Float32Array): Float32Array;
/** Sounds one after the other. */
export declare function joined(...parts: readonly Float32Array[]): Float32Array;
//# sourceMappingURL=noise.d.ts.map
