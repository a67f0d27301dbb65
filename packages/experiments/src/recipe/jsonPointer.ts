/**
 * The parts of a JSON pointer: `/training/optimizer/name` has `training`, `optimizer`, and `name`.
 *
 * @returns `undefined` if the text is not a pointer: each part begins with `/`, and `~` only appears in `~0` and `~1`
 * @see RFC 6901, https://www.rfc-editor.org/rfc/rfc6901
 */
export function pointerParts(pointer: string): readonly string[] | undefined {
  if (!/^(\/([^/~]|~[01])*)+$/.test(pointer)) return undefined;
  const parts = pointer.slice(1).split('/');
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a place in a JSON value; `undefined` if there is none. */
export function valueAt(json: unknown, parts: readonly string[]): unknown {
  return parts.reduce<unknown>((value, part) => (holds(value, part) ? value[part] : undefined), json);
}

/** A copy of a JSON value with another value at a place that exists; all other parts are shared. */
export function withValueAt(json: unknown, [part, ...rest]: readonly string[], value: unknown): unknown {
  if (part === undefined) return value;
  if (!holds(json, part)) return json;
  const changed = withValueAt(json[part], rest, value);
  if (Array.isArray(json))
    return json.map((item: unknown, index) => (String(index) === part ? changed : item));
  return { ...json, [part]: changed };
}

function holds(json: unknown, part: string): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, part);
}
