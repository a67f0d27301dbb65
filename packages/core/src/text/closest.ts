/**
 * The candidate that a mistyped word most likely means: the one with the fewest insertions, deletions, substitutions, and
 * swaps of neighbors, if there are at most one for every three letters. Upper and lower case, spaces, `-`, and `_` do not
 * count.
 *
 * @see Damerau, 1964, A technique for computer detection and correction of spelling errors,
 *   https://doi.org/10.1145/363958.363994
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = plain(word);
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of candidates) {
    const wanted = plain(name);
    const limit = Math.max(1, Math.floor(Math.max(typed.length, wanted.length) / 3));
    const distance = editDistance(typed, wanted);
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name;
}

/** ` Did you mean \`ravdess\`?`, or `''` if no candidate is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const name = closest(word, candidates);
  return name === undefined ? '' : ` Did you mean \`${name}\`?`;
}

function plain(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, substitution);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
