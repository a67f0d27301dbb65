import { mixDown } from '@ser/dsp';
import type { Clip } from '../worker/protocol.js';

/** Decodes a file of any format that this project or the browser can decode, to one channel. */
export async function decodeFile(file: Blob): Promise<Clip> {
  const { decodeAnyAudio } = await import('@ser/audio-io');
  const audio = await decodeAnyAudio(new Uint8Array(await file.arrayBuffer()));
  return mixDown(audio);
}
