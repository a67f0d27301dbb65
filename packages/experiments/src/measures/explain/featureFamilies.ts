import { createFeaturePlan, functionalGroups, type FeatureDescription, type FeatureSpec } from '@ser/dsp';

/**
 * The group of each feature: that of `functionals`, such as `spectrum` for `centroid.mean.active`, or the name of the
 * feature in the description.
 *
 * @param names names of the description's features
 */
export function groupNames(
  names: readonly string[],
  { features, ...others }: FeatureDescription,
): readonly string[] {
  const groups = features.flatMap((spec) => {
    const columns = createFeaturePlan({ ...others, features: [spec] }).names;
    if (spec.name !== 'functionals') return columns.map((name) => [name, spec.name] as const);
    const group = groupsOfFunctionals(spec, others.sampleRate);
    return columns.map((name) => [name, group.get(name)!] as const);
  });
  const groupOf = new Map(groups);
  return names.map((name) => groupOf.get(name)!);
}

/** The functional of a feature, `p95.active` of `mfcc3.p95.active`; otherwise its whole name. */
export function functionalOf(name: string): string {
  if (name.includes('~')) return 'correlation'; // of two contours or of their slopes
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(dot + 1);
}

function groupsOfFunctionals(
  spec: Extract<FeatureSpec, { name: 'functionals' }>,
  sampleRate: number,
): ReadonlyMap<string, string> {
  const { groups = functionalGroups } = spec;
  const own = groups.filter((group) => group !== 'chroma' || spec.frontEnd !== 'invariant');
  const names = own.flatMap((group) =>
    createFeaturePlan({ sampleRate, features: [{ ...spec, groups: [group] }] }).names.map(
      (name) => [name, group] as const,
    ),
  );
  return new Map(names);
}
