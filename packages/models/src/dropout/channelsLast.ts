/**
 * A mask `[n, nChannels, ...positions]` as `[n, ...positions, nChannels]`.
 *
 * @param nPositions number of positions per channel
 */
export function channelsLast(mask: Uint8Array, nChannels: number, nPositions: number): Uint8Array {
  if (nChannels === 1 || nPositions === 1) return mask;
  const size = nChannels * nPositions;
  const reordered = new Uint8Array(mask.length);
  for (let example = 0; example < mask.length; example += size) {
    for (let channel = 0; channel < nChannels; channel++) {
      const from = example + channel * nPositions;
      for (let position = 0; position < nPositions; position++) {
        reordered[example + position * nChannels + channel] = mask[from + position]!;
      }
    }
  }
  return reordered;
}
