import { z } from 'zod';
import { oneEpochInClosedForm } from './closedFormTraining.js';
import { eachOnce } from './eachOnce.js';
import { membersOf } from './membersOf.js';
import { methodShape } from './methodSchema.js';
import type { FusedRecipe, FusionMember, SingleRecipe } from './recipe.js';
import { recipeName } from './recipeName.js';

type Check<T> = z.core.ParsePayload<T>;

const member = z.preprocess(
  oneEpochInClosedForm,
  z.strictObject({ name: recipeName, weight: z.number().positive().optional(), ...methodShape }),
) as z.ZodType<FusionMember>;

/** The `members` of a recipe as zod checks them; what they share with the rest of it, `ofEachMember` does. */
export const membersSchema = z
  .array(member)
  .min(2, 'give two members at least, or put what the only one has into the recipe itself')
  .check(
    eachOnce(({ name }) => name),
    oneSampleRate,
  );

/** What stands in each member may not stand beside them. */
export const noMethod = Object.fromEntries(
  [...Object.keys(methodShape), 'search'].map((key) => [key, z.never(refusal(key)).optional()]),
) as Record<never, never>;

function refusal(key: string): string {
  return key === 'search'
    ? 'searches change a recipe of one classifier; leave it out beside `members`'
    : `belongs into each of \`members\`; a recipe has either \`members\` or \`${key}\` of its own`;
}

/** A recogniser takes sound of one rate. */
function oneSampleRate({ value: members, issues }: Check<FusionMember[]>): void {
  const [first, ...others] = members;
  for (const [index, { name, features }] of others.entries()) {
    if (features.sampleRate === first!.features.sampleRate) continue;
    const message = `must be ${first!.features.sampleRate} as that of \`${first!.name}\`, got ${features.sampleRate} of \`${name}\``;
    const path = [index + 1, 'features', 'sampleRate'];
    issues.push({ code: 'custom', input: features.sampleRate, path, message });
  }
}

/** A check of a recipe of one classifier as one of each member of a fused recipe. */
export function ofEachMember(check: (payload: Check<SingleRecipe>) => void) {
  return ({ value, issues }: Check<FusedRecipe>): void => {
    for (const [index, { recipe }] of membersOf(value).entries()) {
      const found: Check<SingleRecipe> = { value: recipe, issues: [] };
      check(found);
      for (const { path = [], ...issue } of found.issues) {
        const own = String(path[0]) in methodShape;
        issues.push({ ...issue, path: own ? ['members', index, ...path] : path } as z.core.$ZodRawIssue);
      }
    }
  };
}
