/** A hyperparameter's value for people: text without quotes, the rest as JSON. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The shortest unique end of each pointer: `/training/batchSize` is `batchSize`. */
export function shortNames(pointers: readonly string[]): Readonly<Record<string, string>> {
  const parts = pointers.map((pointer) => pointer.slice(1).split('/'));
  const ending = (of: readonly string[], length: number) => of.slice(-length).join('/');
  return Object.fromEntries(
    parts.map((own, index) => {
      const isTaken = (length: number) =>
        parts.some((other, at) => at !== index && ending(other, length) === ending(own, length));
      let length = /^\d+$/.test(own.at(-1)!) ? 2 : 1; // an index alone has no meaning
      while (length < own.length && isTaken(length)) length++;
      return [pointers[index]!, ending(own, length)];
    }),
  );
}
