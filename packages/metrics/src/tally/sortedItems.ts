/** Below this, comparing is faster than counting to 2^16. */
const few = 2000;

/**
 * The items from the lowest value to the highest; those of equal value keep their order. Many items are sorted by a radix
 * sort over the bits, 16 at a time: 64-bit floats >= 0 have the order of their bits, and comparing is several times slower.
 *
 * @param values each >= 0
 */
export function sortedItems(values: Float64Array): Uint32Array {
  let items = new Uint32Array(values.length);
  for (let item = 0; item < items.length; item++) items[item] = item;
  if (items.length < few) return items.sort((a, b) => values[a]! - values[b]!);
  const words = littleEndianWords(values);
  let sorted = new Uint32Array(values.length);
  for (let place = 0; place < 4; place++) {
    const starts = countBelow(words, place);
    if (starts === undefined) continue;
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      sorted[starts[words[4 * item + place]!]!++] = item;
    }
    [items, sorted] = [sorted, items];
  }
  return items;
}

/** For each word, how many values have a lower word in this place; undefined if all have the same. */
function countBelow(words: Uint16Array, place: number): Uint32Array | undefined {
  const counts = new Uint32Array(2 ** 16);
  for (let i = place; i < words.length; i += 4) counts[words[i]!]!++;
  if (4 * counts[words[place]!]! === words.length) return undefined;
  let below = 0;
  for (let word = 0; word < counts.length; word++) {
    const count = counts[word]!;
    counts[word] = below;
    below += count;
  }
  return counts;
}

/** The lowest 16 bits of each value first, on machines of either byte order. */
function littleEndianWords(values: Float64Array): Uint16Array {
  // + 0 turns -0 into 0; its sign bit would make it the largest.
  const words = new Uint16Array(values.map((value) => value + 0).buffer);
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 1) return words;
  return words.map((_, i) => words[i - (i % 4) + (3 - (i % 4))]!);
}
