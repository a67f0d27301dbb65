import { extname } from 'node:path';

/** A program for a thread, and the options of Node it needs. */
export interface ThreadProgram {
  readonly file: URL;
  readonly execArgv: readonly string[];
}

/** Where the program of the threads lies: beside this module, in the built package as in the sources. */
export function threadProgram(): ThreadProgram {
  const here = import.meta.url;
  const extension = extname(here);
  if (extension !== '.ts')
    return { file: new URL(`./workThread${extension}`, here), execArgv: process.execArgv };
  return { file: new URL('./sourceThread.mjs', here), execArgv: ['--conditions=@ser/source'] };
}
