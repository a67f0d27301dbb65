import { DspError } from '../errors.js';
import { requireFrames } from '../frames/delta.js';
import { requireFields, shown, type Fields } from '../options/requireFields.js';
import type { FeatureDescription } from './featureDescription.js';
import {
  createFeaturePlan,
  featureNames,
  isFeatureName,
  optionNamesOf,
  prefixed,
  type FeatureSpec,
} from './featureKinds.js';
import type { FeaturePlan } from '../frames/features.js';
import { isAligned, wholeClip } from '../frames/frameLayout.js';
import { functionalNames } from '../frames/applyFunctionals.js';
import { segmentLength } from './crop.js';

/**
 * Checks a feature description read from JSON and returns it typed.
 *
 * @throws {SerError} `unsupported-feature` for a feature that does not exist (yet), listing those that do
 * @throws {SerError} `invalid-feature-description` saying where the description is wrong and how to mend it
 *
 * @example
 * parseFeatureDescription({ sampleRate: 16000, features: [{ name: 'mfcc', nMfcc: 40 }], functionals: ['mean'] });
 */
export function parseFeatureDescription(json: unknown): FeatureDescription {
  const known = ['sampleRate', 'features', 'deltas', 'segment', 'functionals'];
  const fields = requireFields(json, 'the description', known, refuse);
  requirePositive(fields['sampleRate'], 'sampleRate', 'a number of Hz');
  requireSpecs(fields['features']);
  requireDeltas(fields['deltas']);
  requireSegment(fields['segment']);
  requireFunctionals(fields['functionals']);
  const description = fields as unknown as FeatureDescription;
  const plans = requirePlans(description);
  requireAligned(description, plans);
  requireDistinctNames(description, plans);
  return structuredClone(description);
}

function requireSpecs(value: unknown): void {
  if (!Array.isArray(value) || value.length === 0) {
    refuse('features', `expected a list of at least one feature, got ${shown(value)}`);
  }
  value.forEach((spec: unknown, i) => requireSpec(spec, `features[${i}]`));
}

function requireSpec(value: unknown, where: string): void {
  const name: unknown = (value as Fields | null | undefined)?.['name'];
  if (typeof name !== 'string')
    refuse(where, `expected an object with the \`name\` of a feature, got ${shown(value)}`);
  if (!isFeatureName(name))
    unsupported(`The feature '${name}' does not exist. Known are ${featureNames.join(', ')}.`);
  const { prefix = '' } = requireFields(value, where, ['name', ...optionNamesOf(name)], refuse);
  if (typeof prefix !== 'string') refuse(`${where}.prefix`, `expected a string, got ${shown(prefix)}`);
}

function requireDeltas(value: unknown): void {
  const known: readonly unknown[] = [undefined, 0, 1, 2];
  if (!known.includes(value)) refuse('deltas', `expected 0, 1 or 2, got ${shown(value)}`);
}

function requireSegment(value: unknown): void {
  if (value === undefined) return;
  const { start = 0, duration } = requireFields(value, 'segment', ['start', 'duration'], refuse);
  if (start !== 0) requirePositive(start, 'segment.start', 'a number of seconds');
  requirePositive(duration, 'segment.duration', 'a number of seconds');
}

function requireFunctionals(value: unknown): void {
  if (value === undefined) return;
  const known: readonly unknown[] = functionalNames;
  const isListOfKnown =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((name, i) => known.includes(name) && value.indexOf(name) === i);
  if (!isListOfKnown) {
    refuse('functionals', `expected a list of ${known.join(', ')}, each at most once, got ${shown(value)}`);
  }
}

function requirePositive(value: unknown, where: string, what: string): void {
  if (!Number.isFinite(value) || (value as number) <= 0)
    refuse(where, `expected ${what} > 0, got ${shown(value)}`);
}

/** The options themselves are checked by those who use them. */
function requirePlans(description: FeatureDescription): readonly FeaturePlan[] {
  return description.features.map((spec, i) => {
    try {
      return requirePlan(spec, description);
    } catch (error) {
      if (error instanceof DspError) refuse(`features[${i}]`, error.message.replace(/\.$/, ''), error);
      throw error;
    }
  });
}

function requirePlan(
  spec: FeatureSpec,
  { sampleRate, segment, deltas = 0, functionals }: FeatureDescription,
): FeaturePlan {
  const plan = createFeaturePlan(spec, sampleRate);
  if (plan.layout === wholeClip && (deltas > 0 || functionals !== undefined)) {
    throw new DspError(
      'invalid-option',
      `'${spec.name}' is one row a clip already. Leave out \`deltas\` and \`functionals\`.`,
    );
  }
  if (plan.layout.rows !== undefined && deltas > 0) {
    throw new DspError(
      'invalid-option',
      `'${spec.name}' leaves frames out, and those beside a gap are no neighbours. Set the feature's own \`deltas\`.`,
    );
  }
  if (segment === undefined) return plan;
  const nFrames = plan.nFrames(segmentLength(segment, sampleRate));
  if (deltas > 0) requireFrames(nFrames);
  return plan;
}

/** Without functionals, the features of one frame stand in one row, so all must make the same frames. */
function requireAligned({ functionals }: FeatureDescription, plans: readonly FeaturePlan[]): void {
  if (functionals !== undefined) return;
  const odd = plans.findIndex(({ layout }) => !isAligned(layout, plans[0]!.layout));
  if (odd === -1) return;
  refuse(
    `features[${odd}]`,
    'makes frames other than features[0]. Give both the same `hopLength`, `center` and `nFft` (`frameLength` of ' +
      'those without a spectrum), or use `functionals`',
  );
}

function requireDistinctNames({ features }: FeatureDescription, plans: readonly FeaturePlan[]): void {
  const names = plans.flatMap((plan, i) => prefixed(plan.names, features[i]!));
  const seen = new Set<string>();
  const repeated = names.find((name) => seen.size === seen.add(name).size);
  if (repeated === undefined) return;
  refuse(
    'features',
    `two columns are called '${repeated}'. List each feature once, or give one of the two a \`prefix\` ` +
      "such as 'other/'",
  );
}

function refuse(where: string, what: string, cause?: unknown): never {
  throw new DspError('invalid-feature-description', `Feature description, ${where}: ${what}.`, { cause });
}

function unsupported(message: string): never {
  throw new DspError('unsupported-feature', message);
}
