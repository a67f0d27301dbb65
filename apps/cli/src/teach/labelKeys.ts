/**
 * A key for each label: its first letter or digit that is free, in the order of the labels. A label whose letters are all
 * taken gets the first free letter of the alphabet, or none.
 *
 * @returns label by key
 */
export function labelKeys(labels: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const label of labels) {
    const letters = label.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];
    const free = [...letters, ...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !keys.has(letter));
    if (free !== undefined) keys.set(free, label);
  }
  return keys;
}
