type Later = (callback: () => void) => unknown;

/** Lets the event loop run once: timers, input and signals get their turn between two batches. */
export function nextTurn(): Promise<void> {
  const { setImmediate } = globalThis as { readonly setImmediate?: Later };
  const later: Later = setImmediate ?? ((callback) => setTimeout(callback, 0));
  return new Promise((resolve) => later(resolve));
}
