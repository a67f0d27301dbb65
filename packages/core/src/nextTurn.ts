type Later = (callback: () => void) => unknown;

/** Lets the event loop run once, so that timers, input, and signals are handled between two batches of work. */
export function nextTurn(): Promise<void> {
  const { setImmediate } = globalThis as { readonly setImmediate?: Later };
  const later: Later = setImmediate ?? ((callback) => setTimeout(callback, 0));
  return new Promise((resolve) => later(resolve));
}
