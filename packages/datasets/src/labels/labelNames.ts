/**
 * A function that gives label words their names: `{ wütend: 'angry' }` turns `wütend` into `angry`. Upper and lower case
 * do not matter, and words without a name stay as they are.
 */
export function labelNames(map: Readonly<Record<string, string>> = {}): (word: string) => string {
  const names = new Map(Object.entries(map).map(([word, name]) => [keyOf(word), name.normalize('NFC')]));
  return (word) => names.get(keyOf(word)) ?? word.normalize('NFC');
}

/** Folder names on a Mac contain letters and accents separately. */
function keyOf(word: string): string {
  return word.normalize('NFC').toLowerCase();
}
