import { fromBase64 } from './fromBase64.js';
import { kernelBytes } from './kernelBytes.js';
import type { KernelFunctions } from './kernelFunctions.js';
import { webAssembly } from './webAssembly.js';

/**
 * The WebAssembly functions and their memory, of which one plan at a time is the owner. A plan claims it, writes its
 * tables if another plan was the owner, and calls functions; between two of its calls, another plan may claim it.
 */
export class Kernels {
  readonly functions: KernelFunctions;
  /** The whole memory. */
  float32 = new Float32Array(0);
  float64 = new Float64Array(0);
  #owner: object | undefined;

  /** @throws if WebAssembly, SIMD, or compiling at this place is not possible */
  constructor() {
    const { Module, Instance } = webAssembly();
    const { exports } = new Instance(new Module(fromBase64(kernelBytes)));
    this.functions = exports as KernelFunctions;
    this.#view();
  }

  /** Makes a plan the owner of the first `size` bytes. @returns whether its tables are missing */
  claim(owner: object, size: number): boolean {
    const { memory } = this.functions;
    const nMissing = size - memory.buffer.byteLength;
    if (nMissing > 0) {
      memory.grow(Math.ceil(nMissing / pageSize));
      this.#view();
    }
    const isNew = this.#owner !== owner;
    this.#owner = owner;
    return isNew;
  }

  /** Whether this plan has claimed the memory last. */
  isOwner(plan: object): boolean {
    return this.#owner === plan;
  }

  /** Copies an array to an address. */
  write(address: number, values: Float32Array | Float64Array | Uint32Array): void {
    const { buffer } = this.functions.memory;
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(buffer, address, values.byteLength).set(bytes);
  }

  #view(): void {
    const { buffer } = this.functions.memory;
    this.float32 = new Float32Array(buffer);
    this.float64 = new Float64Array(buffer);
  }
}

const pageSize = 65536;

let isOff = false;
/** `null` if they cannot run here. */
let opened: Kernels | null | undefined;

/**
 * The kernels of this thread; `undefined` where WebAssembly or its SIMD instructions are missing, or a
 * content-security policy forbids them. Plans then compute in TypeScript.
 */
export function openKernels(): Kernels | undefined {
  if (isOff) return undefined;
  if (opened === undefined) opened = tryToOpen();
  return opened ?? undefined;
}

function tryToOpen(): Kernels | null {
  try {
    return new Kernels();
  } catch {
    return null;
  }
}

/** Runs `work`, in which all plans that are created compute in TypeScript: for comparisons of both. */
export function withoutKernels<T>(work: () => T): T {
  const before = isOff;
  isOff = true;
  try {
    return work();
  } finally {
    isOff = before;
  }
}
