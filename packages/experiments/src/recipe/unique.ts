import type { z } from 'zod';

/** A check of a schema that refuses a list in which a name appears twice. */
export function unique<T>(nameOf: (item: T) => string) {
  return ({ value, issues }: z.core.ParsePayload<T[]>): void => {
    const names = value.map(nameOf);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
      issues.push({ code: 'custom', input: value, message: `\`${twice}\` appears twice` });
  };
}
