/** The samples in pieces of that many; the last may be shorter. */
export declare function pieces<T extends Float32Array | Uint8Array>(samples: T, size: number): Generator<T>;
/** The pieces in one. */
export declare function joined(parts: readonly Float32Array[]): Float32Array;
//# sourceMappingURL=pieces.d.ts.map
