import { FeatureExtractor, voiceGroups } from '@ser/dsp';
import type { FeatureDescription, FeatureSpec } from '@ser/dsp';

/**
 * The group that each feature belongs to: that of `functionals`, such as `spectrum` for `centroid.mean.active`, or the
 * name of the feature it was described by.
 *
 * @param names of the features of the description
 */
export function groupNames(
  names: readonly string[],
  { features, ...others }: FeatureDescription,
): readonly string[] {
  const groups = features.flatMap((spec) => {
    const columns = new FeatureExtractor({ ...others, features: [spec] }).names;
    if (spec.name !== 'functionals') return columns.map((name) => [name, spec.name] as const);
    const group = groupsOfFunctionals(spec, others.sampleRate);
    return columns.map((name) => [name, group.get(name)!] as const);
  });
  const groupOf = new Map(groups);
  return names.map((name) => groupOf.get(name)!);
}

/** What is said of a contour, `p95.active` of `mfcc3.p95.active`; the whole name of what says but one thing. */
export function functionalOf(name: string): string {
  if (name.includes('~')) return 'correlation'; // of two contours, or of their slopes
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(dot + 1);
}

function groupsOfFunctionals(
  spec: Extract<FeatureSpec, { name: 'functionals' }>,
  sampleRate: number,
): ReadonlyMap<string, string> {
  const { groups = voiceGroups } = spec;
  const own = groups.filter((group) => group !== 'chroma' || spec.frontEnd !== 'invariant');
  const names = own.flatMap((group) =>
    new FeatureExtractor({ sampleRate, features: [{ ...spec, groups: [group] }] }).names.map(
      (name) => [name, group] as const,
    ),
  );
  return new Map(names);
}
