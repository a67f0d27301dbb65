import { extname } from 'node:path';

/** The program of a worker thread, and the Node.js options it needs. */
export interface ThreadProgram {
  readonly file: URL;
  readonly execArgv: readonly string[];
}

/** The program of the worker threads: in the same folder as this module, both in the built package and in the sources. */
export function threadProgram(): ThreadProgram {
  const here = import.meta.url;
  const extension = extname(here);
  if (extension !== '.ts')
    return { file: new URL(`./workThread${extension}`, here), execArgv: process.execArgv };
  return { file: new URL('./sourceThread.mjs', here), execArgv: ['--conditions=@ser/source'] };
}
