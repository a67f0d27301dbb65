import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A program for `fork`, and how Node has to be started for it. */
export interface WorkerProgram {
  readonly file: string;
  readonly execArgv: readonly string[];
}

/**
 * Where the program of trial processes lies: beside this module, in the built package as in the sources. From
 * sources Node needs tsx, and the condition under which our packages give theirs.
 */
export function workerProgram(): WorkerProgram {
  const here = fileURLToPath(import.meta.url);
  const extension = extname(here);
  const file = join(dirname(here), `trialWorker${extension}`);
  if (extension !== '.ts') return { file, execArgv: process.execArgv };
  const tsx = pathToFileURL(createRequire(here).resolve('tsx')).href;
  return { file, execArgv: ['--conditions=@ser/source', '--import', tsx] };
}
