/**
 * A mask `[n, nChannels, ...positions]` as `[n, ...positions, nChannels]`.
 *
 * @param nPositions product of all positions of one channel
 */
export function channelsLast(mask: Uint8Array, nChannels: number, nPositions: number): Uint8Array {
  if (nChannels === 1 || nPositions === 1) return mask;
  const size = nChannels * nPositions;
  const turned = new Uint8Array(mask.length);
  for (let example = 0; example < mask.length; example += size) {
    for (let channel = 0; channel < nChannels; channel++) {
      const from = example + channel * nPositions;
      for (let position = 0; position < nPositions; position++) {
        turned[example + position * nChannels + channel] = mask[from + position]!;
      }
    }
  }
  return turned;
}
