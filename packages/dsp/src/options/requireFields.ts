/** Fields of an object of JSON, unchecked. */
export type Fields = Readonly<Record<string, unknown>>;

/** Throws the error of a description that is wrong somewhere. */
export type Refuse = (where: string, what: string) => never;

/** Refuses what is not an object, or has fields that are not known. */
export function requireFields(
  value: unknown,
  where: string,
  known: readonly string[],
  refuse: Refuse,
): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(where, `expected an object, got ${shown(value)}`);
  }
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) refuse(where, `\`${unknown}\` is not an option. Known are ${known.join(', ')}`);
  return value as Fields;
}

/** A value of JSON, as messages have it. */
export function shown(value: unknown): string {
  return `\`${value === undefined ? 'undefined' : JSON.stringify(value)}\``;
}
