import type { FeatureDescription, Normalizer, NormalizerJson } from '@ser/dsp';

/** The steps from a clip to the numbers a classifier or an encoder receives. */
export interface MemberInput {
  readonly features: FeatureDescription;
  readonly normalizer: Normalizer;
}

/** An input as JSON. */
interface InputJson {
  readonly features: FeatureDescription;
  readonly normalizer: NormalizerJson;
}

/** Each different input once, by name, and the name of the input of each member, in their order. */
export interface SharedInputs {
  readonly inputs: Readonly<Record<string, InputJson>>;
  readonly names: readonly string[];
}

/** Names the inputs of members so that equal ones are stored once; a name is that of the features: `functionals`. */
export function sharedInputs(members: readonly MemberInput[]): SharedInputs {
  const inputs: Record<string, InputJson> = {};
  const nameOf = new Map<string, string>();
  const names = members.map(({ features, normalizer }) => {
    const input = { features, normalizer: normalizer.toJSON() };
    const key = JSON.stringify(input);
    const name = nameOf.get(key) ?? unusedName(features, inputs);
    nameOf.set(key, name);
    inputs[name] = input;
    return name;
  });
  return { inputs, names };
}

/** `mfcc`, `mfcc-2`, … */
function unusedName({ features }: FeatureDescription, used: Readonly<Record<string, unknown>>): string {
  const name = [...new Set(features.map((feature) => feature.name))].join('-');
  let unused = name;
  for (let i = 2; unused in used; i++) unused = `${name}-${i}`;
  return unused;
}
