const events = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * Runs a function that loads an Emscripten module, and removes the handlers of uncaught errors that such a module adds to
 * Node's process: they rethrow, and print a megabyte of source code before any later crash.
 */
export async function keepProcessListeners<T>(work: () => Promise<T>): Promise<T> {
  const process = nodeProcess();
  if (!process) return work();
  const before = events.map((event) => process.listeners(event));
  try {
    return await work();
  } finally {
    events.forEach((event, i) => {
      const added = process.listeners(event).filter((listener) => !before[i]!.includes(listener));
      for (const listener of added) process.removeListener(event, listener);
    });
  }
}

type Listener = (...args: unknown[]) => void;

/** The part of Node's process that is used here; browsers have none. */
interface ProcessEvents {
  listeners(event: string): Listener[];
  removeListener(event: string, listener: Listener): unknown;
}

function nodeProcess(): ProcessEvents | undefined {
  const candidate = (globalThis as { readonly process?: Partial<ProcessEvents> }).process;
  return candidate?.listeners && candidate.removeListener ? (candidate as ProcessEvents) : undefined;
}
