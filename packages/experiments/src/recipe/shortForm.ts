import { z } from 'zod';
import { isObject } from './isObject.js';
import { memberShape } from './memberSchema.js';
import { recipeName } from './recipeName.js';

/** The keys of a member, without name and weight; in the short form, they are at the top of the recipe. */
const memberKeys = Object.keys(memberShape).filter((key) => key !== 'name' && key !== 'weight');

/** Whether a recipe's JSON has `features`, `classifier`, … at the top instead of `members`. */
export function isShortForm(json: unknown): boolean {
  return isObject(json) && !('members' in json) && memberKeys.some((key) => key in json);
}

/** A recipe's JSON with `members`; refuses JSON that mixes both forms. */
export function expandShortForm(json: unknown, context: z.core.$RefinementCtx): unknown {
  if (!isObject(json)) return json;
  const isOwn = ([key]: readonly [string, unknown]) => memberKeys.includes(key);
  const own = Object.entries(json).filter(isOwn);
  if (own.length === 0) return json;
  if ('members' in json) {
    for (const [key, input] of own) {
      const message = `must be inside \`members\`; a recipe has either \`members\` or a top-level \`${key}\`, not both`;
      context.issues.push({ code: 'custom', input, path: [key], message });
    }
    return z.NEVER;
  }
  const shared = Object.fromEntries(Object.entries(json).filter((entry) => !isOwn(entry)));
  const member = Object.fromEntries(own);
  return { ...shared, members: [{ name: nameOf(member['classifier']), ...member }] };
}

/** The kind of a classifier in kebab case: `kernelRidge` becomes `kernel-ridge`. */
function nameOf(classifier: unknown): string {
  const kind = isObject(classifier) ? String(classifier['kind']) : '';
  const name = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return recipeName.safeParse(name).success ? name : 'classifier';
}
