const longest = 80;

/** A value as messages show it: strings in quotes, objects as JSON, long ones cut. */
export function shown(value: unknown): string {
  const text = textOf(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'object' && value !== null) return jsonOf(value) ?? 'an object';
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

function jsonOf(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
