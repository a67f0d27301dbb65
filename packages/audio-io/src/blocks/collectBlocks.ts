import type { MultichannelAudio } from '@ser/dsp';
import { joinBlocks } from './joinBlocks.js';

/** All blocks as one. @param blocks at least one, all of the same rate and number of channels */
export async function collectBlocks(
  blocks: AsyncIterable<MultichannelAudio> | Iterable<MultichannelAudio>,
): Promise<MultichannelAudio> {
  const parts: MultichannelAudio[] = [];
  for await (const block of blocks) parts.push(block);
  return joinBlocks(parts);
}
