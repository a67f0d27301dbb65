import type { WasmMemory } from './webAssembly.js';

/** A pass of a Fourier transform: see `assembly/butterflies.ts`. */
export type RadixPass = (
  nBlocks: number,
  stride: number,
  twiddles: number,
  xRe: number,
  xIm: number,
  yRe: number,
  yIm: number,
) => void;

/** The exports of the module; `assembly/` describes each. Addresses are in bytes, multiples of 16. */
export interface KernelFunctions {
  readonly memory: WasmMemory;
  /** First free address. */
  readonly start: () => number;
  readonly frames64: (samples: number, hop: number, window: number, length: number, output: number) => void;
  readonly framesOf64: (samples: number, hop: number, window: number, length: number, output: number) => void;
  readonly framesWithoutMean64: (
    samples: number,
    hop: number,
    window: number,
    length: number,
    mean: number,
    nextMean: number,
    output: number,
  ) => void;
  readonly fft64: (input: number, output: number, size: number, inputs: number, twiddles: number) => void;
  readonly powers64: (packed: number, circle: number, half: number, output: number) => void;
  readonly fold64: (packed: number, circle: number, half: number, folded: number, second: number) => void;
  readonly unfold64: (
    packed: number,
    circle: number,
    size: number,
    second: number,
    nLags: number,
    output: number,
  ) => void;
  readonly rows64: (group: number, n: number, rows: number, stride: number) => void;
  readonly mel64: (spectra: number, bands: number, weights: number, nMels: number, output: number) => void;
  readonly roots64: (powers: number, n: number, output: number) => void;
  readonly dct64: (
    rows: number,
    nRows: number,
    size: number,
    folded: number,
    basis: number,
    nCoefficients: number,
    output: number,
  ) => void;
  readonly radix2: RadixPass;
  readonly radix3: RadixPass;
  readonly radix4: RadixPass;
  readonly radix5: RadixPass;
  readonly radix7: RadixPass;
  readonly filter64: (
    response: number,
    last: number,
    inputRe: number,
    inputIm: number,
    nInput: number,
    outputRe: number,
    outputIm: number,
    nOutput: number,
  ) => void;
  readonly interpolate32: (
    grid: number,
    nTaps: number,
    input: number,
    up: number,
    rowsPerPhase: number,
    phase: number,
    whole: number,
    rest: number,
    output: number,
    nOutput: number,
  ) => void;
  readonly bins32: (packed: number, circle: number, half: number, row: number, nextRow: number) => void;
  readonly packBins64: (row: number, nextRow: number, circle: number, half: number, output: number) => void;
  readonly overlapAdd64: (
    packed: number,
    half: number,
    nFrames: number,
    hop: number,
    window: number,
    squares: number,
    sums: number,
    squareSums: number,
  ) => void;
  readonly normalize32: (sums: number, squareSums: number, n: number, tiny: number, output: number) => void;
  readonly polar64: (bins: number, n: number, magnitudes: number, angles: number) => void;
  readonly vocode64: (
    at: number,
    nextAt: number,
    angles: number,
    between: number,
    advances: number,
    phases: number,
    n: number,
    output: number,
  ) => void;
  readonly pair64: (first: number, second: number, n: number, output: number) => void;
  readonly unpair32: (input: number, n: number, first: number, second: number) => void;
}
