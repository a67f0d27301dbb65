import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A program for `fork`, and the Node.js options it needs. */
export interface WorkerProgram {
  readonly file: string;
  readonly execArgv: readonly string[];
}

/**
 * The program of trial processes: in the same folder as this module, both in the built package and in the sources. From
 * the sources, Node.js needs tsx and the condition that selects the sources of our packages.
 */
export function workerProgram(): WorkerProgram {
  const here = fileURLToPath(import.meta.url);
  const extension = extname(here);
  const file = join(dirname(here), `trialWorker${extension}`);
  if (extension !== '.ts') return { file, execArgv: process.execArgv };
  const tsx = pathToFileURL(createRequire(here).resolve('tsx')).href;
  return { file, execArgv: ['--conditions=@ser/source', '--import', tsx] };
}
