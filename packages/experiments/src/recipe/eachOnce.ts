import type { z } from 'zod';

/** Refuses, as a check of a schema, a list in which a name stands twice. */
export function eachOnce<T>(nameOf: (item: T) => string) {
  return ({ value, issues }: z.core.ParsePayload<T[]>): void => {
    const names = value.map(nameOf);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
      issues.push({ code: 'custom', input: value, message: `\`${twice}\` stands twice` });
  };
}
