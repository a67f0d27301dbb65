import { join } from 'node:path';
import { runFiles, writeWhole } from '../files/runFolder.js';
import type { Picture } from './pictures/picture.js';

/** Writes pictures into a run folder: `pictures/NAME.svg`, and `pictures/NAME.vl.json` beside it. */
export async function writePictures(folder: string, pictures: readonly Picture[]): Promise<void> {
  for (const { name, svg, spec } of pictures) {
    const file = join(folder, runFiles.pictures, name);
    await writeWhole(`${file}.svg`, svg);
    await writeWhole(`${file}.vl.json`, `${JSON.stringify(spec)}\n`);
  }
}
