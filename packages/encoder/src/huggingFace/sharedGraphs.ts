import type { Graph } from './graph.js';

interface Shared {
  readonly graph: Promise<Graph>;
  users: number;
}

/** A session of a large encoder takes a gigabyte, so encoders with the same file, engine, and threads share one. */
const shared = new Map<string, Shared>();

/** Use of a shared graph, until it is ended. */
export interface GraphUse {
  readonly graph: Graph;
  /** Ends this use; the last one to end frees the graph. */
  end(): Promise<void>;
}

/**
 * Opens a graph, or joins the one that is open.
 *
 * @param key the same for the same file, engine, and number of threads
 * @throws as `open`
 */
export async function useGraph(key: string, open: () => Promise<Graph>): Promise<GraphUse> {
  const entry = shared.get(key) ?? { graph: open(), users: 0 };
  shared.set(key, entry);
  entry.users++;
  try {
    const graph = await entry.graph;
    return { graph, end: () => endUse(key, entry) };
  } catch (error) {
    if (shared.get(key) === entry) shared.delete(key);
    throw error;
  }
}

async function endUse(key: string, entry: Shared): Promise<void> {
  entry.users--;
  if (entry.users > 0) return;
  shared.delete(key);
  await (await entry.graph).release();
}
