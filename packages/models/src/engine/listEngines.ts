import { ModelError } from '../errors.js';
import { type Engine, type EngineName, engineNames } from './engine.js';
import { openEngine, type OpenEngineOptions } from './openEngine.js';

/** An engine, and whether it works here. */
export interface EngineStatus {
  readonly name: EngineName;
  readonly available: boolean;
  /** The engine's description, or the reason why it is not available. */
  readonly detail: string;
}

/**
 * Tries every engine and reports which work here, fastest first. `'auto'` opens the first that works; its backend is the
 * current one afterwards.
 *
 * @throws {SerError} `invalid-option`
 */
export async function listEngines(options: OpenEngineOptions = {}): Promise<readonly EngineStatus[]> {
  const statuses: EngineStatus[] = [];
  for (const name of engineNames) statuses.push(await statusOf(name, options));
  const best = statuses.find((status) => status.available);
  if (best) await openEngine(best.name, options);
  return statuses;
}

async function statusOf(name: EngineName, options: OpenEngineOptions): Promise<EngineStatus> {
  try {
    const engine: Engine = await openEngine(name, options);
    return { name, available: true, detail: engine.description };
  } catch (error) {
    if (!(error instanceof ModelError) || error.code !== 'engine-unavailable') throw error;
    return { name, available: false, detail: error.message };
  }
}
