import type { MultichannelAudio } from '@ser/dsp';

/** The audio of all blocks, one after the other. @param blocks at least one, all of the same rate and number of channels */
export function joinBlocks(blocks: readonly MultichannelAudio[]): MultichannelAudio {
  const [first] = blocks;
  if (blocks.length === 1) return first!;
  const channels = first!.channels.map((_, i) => joinSamples(blocks.map((block) => block.channels[i]!)));
  return { channels, sampleRate: first!.sampleRate };
}

/** The parts in one array. */
export function joinSamples(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
