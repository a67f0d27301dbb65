import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, runSer } from './runSer.js';

/** A folder in which `ser demo` has run with few epochs: recordings in `demo/corpus`, report and model in `demo/run`. */
export interface DemoFolder {
  readonly folder: string;
  readonly outcome: Outcome;
}

export async function makeDemoFolder(...options: readonly string[]): Promise<DemoFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-demo-'));
  const outcome = await runSer(['demo', '--out', 'demo', '--epochs', '8', ...options], { cwd: folder });
  return { folder, outcome };
}

/** Where `ser demo` has left its model, seen from the folder. */
export const demoModel = 'demo/run/model';
export const demoCorpus = 'demo/corpus';
/** A clip of a speaker, seen from the folder. */
export const demoClip = `${demoCorpus}/Actor_01/03-01-05-01-01-01-01.wav`;
