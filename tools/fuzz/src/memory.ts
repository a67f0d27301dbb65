import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Memory that reading an input may take: this many times its size, and {@link fixedBytes} more. */
const factor = 20;
const fixedBytes = 64 * 2 ** 20;

/** Watches the memory of one input. */
export class MemoryWatch {
  readonly #before = usedBytes();
  readonly #limit: number;

  constructor(inputSize: number) {
    this.#limit = factor * inputSize + fixedBytes;
  }

  /** @throws {Error} if more is in use than allowed, after what is not in use any more was collected */
  observe = (): void => {
    if (usedBytes() - this.#before <= this.#limit) return;
    collectGarbage();
    const used = usedBytes() - this.#before;
    if (used > this.#limit) throw new Error(`${used} bytes of memory, more than ${this.#limit}`);
  };
}

/** Of the heap and of typed arrays. */
function usedBytes(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}
