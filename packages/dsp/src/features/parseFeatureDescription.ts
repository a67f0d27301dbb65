import { invalidOption, requireNumber, requireOneOf } from '@ser/core';
import { isUnresolved } from '../encoder/encoderPlan.js';
import { DspError } from '../errors.js';
import { functionalNames } from '../frames/applyFunctionals.js';
import { requireFrames } from '../frames/delta.js';
import type { FramePlan } from '../frames/features.js';
import { isAligned, wholeClip } from '../frames/frameLayout.js';
import { type Fields, requireFields } from '../options/requireFields.js';
import { requireNames } from '../options/requireNames.js';
import { wrapErrors } from '../options/wrapErrors.js';
import { cropLength, maxCropLength } from './crop.js';
import { unknownFeature } from './customFeature.js';
import type { FeatureDescription } from './featureDescription.js';
import {
  createFramePlan,
  featureNames,
  type FeatureSpec,
  isFeatureName,
  optionNamesOf,
  withPrefix,
  withVersion,
} from './featureKinds.js';
import { withCurrentName } from './renamedFeatures.js';

const code = 'invalid-feature-description';

/**
 * Checks a feature description read from JSON and returns it typed. Names of earlier versions are replaced by the
 * current ones.
 *
 * @returns a copy of the description
 * @throws {SerError} `unsupported-feature` for a feature that does not exist, with a list of all features
 * @throws {SerError} `invalid-feature-description` with the place in the description, and how to fix it
 *
 * @example
 * parseFeatureDescription({ sampleRate: 16000, features: [{ name: 'mfcc', nMfcc: 40 }], functionals: ['mean'] });
 */
export function parseFeatureDescription(json: unknown): FeatureDescription {
  return wrapErrors(code, 'Feature description', () => {
    const description = requireDescription(json);
    const plans = description.features.map((spec, i) =>
      wrapErrors(code, `Feature description, features[${i}]`, () => requirePlan(spec, description)),
    );
    requireAligned(description, plans);
    requireDistinctNames(description, plans);
    return structuredClone({ ...description, features: description.features.map(withVersion) });
  });
}

/** Checks everything except the options of the features. */
function requireDescription(json: unknown): FeatureDescription {
  const known = ['sampleRate', 'features', 'deltas', 'segment', 'functionals'];
  const fields = requireFields('description', json, known);
  const { sampleRate, features, deltas, functionals } = fields;
  requireNumber('sampleRate', sampleRate, { above: 0 });
  if (!Array.isArray(features) || features.length === 0) {
    throw invalidOption('features', 'a list of at least one feature', features);
  }
  const specs = features.map(withCurrentName);
  specs.forEach((spec, i) => requireSpec(spec, `features[${i}]`));
  if (deltas !== undefined) requireOneOf('deltas', deltas, [0, 1, 2]);
  requireCrop(fields['segment'], sampleRate);
  if (functionals !== undefined) requireNames('functionals', functionals, functionalNames);
  return { ...fields, features: specs } as unknown as FeatureDescription;
}

function requireSpec(value: unknown, where: string): void {
  const name: unknown = (value as Fields | null | undefined)?.['name'];
  if (typeof name !== 'string') throw invalidOption(where, 'an object with the `name` of a feature', value);
  if (!isFeatureName(name)) {
    throw unknownFeature(name, featureNames);
  }
  const { prefix = '' } = requireFields(where, value, ['name', ...optionNamesOf(name)]);
  if (typeof prefix !== 'string') throw invalidOption(`${where}.prefix`, 'a string', prefix);
}

function requireCrop(value: unknown, sampleRate: number): void {
  if (value === undefined) return;
  const { start = 0, duration } = requireFields('segment', value, ['start', 'duration']);
  const max = maxCropLength / sampleRate;
  requireNumber('segment.start', start, { min: 0, max });
  requireNumber('segment.duration', duration, { above: 0, max });
}

/** Creates the plan of a feature, which checks its options. */
function requirePlan(
  spec: FeatureSpec,
  { sampleRate, segment, deltas = 0, functionals }: FeatureDescription,
): FramePlan {
  const plan = createFramePlan(spec, sampleRate);
  if (plan.layout === wholeClip && (deltas > 0 || functionals !== undefined)) {
    throw new DspError(
      'invalid-option',
      `'${spec.name}' has one row per clip. Leave out \`deltas\` and \`functionals\`.`,
    );
  }
  if (plan.layout.rows !== undefined && deltas > 0) {
    throw new DspError(
      'invalid-option',
      `'${spec.name}' leaves out frames, so adjacent rows are not adjacent in time. ` +
        'Use the `deltas` option of the feature itself.',
    );
  }
  if (segment === undefined) return plan;
  if (spec.name === 'encoder') {
    throw new DspError('invalid-option', "'encoder' describes the whole clip. Leave out `segment`.");
  }
  const nFrames = plan.nFrames(cropLength(segment, sampleRate));
  if (deltas > 0) requireFrames(nFrames);
  return plan;
}

/** Without functionals, the columns of all features are joined, so all must have the same frames. */
function requireAligned({ functionals }: FeatureDescription, plans: readonly FramePlan[]): void {
  if (functionals !== undefined) return;
  const odd = plans.findIndex(({ layout }) => !isAligned(layout, plans[0]!.layout));
  if (odd === -1) return;
  throw new DspError(
    code,
    `Feature description: features[${odd}] and features[0] must have the same frames. Give both the same ` +
      '`hopLength`, `center`, and `nFft` (`frameLength` of features without a spectrum), or use `functionals`.',
  );
}

function requireDistinctNames({ features }: FeatureDescription, plans: readonly FramePlan[]): void {
  const names = plans.flatMap((plan, i) => {
    const spec = features[i]!;
    return spec.name === 'encoder' && isUnresolved(spec) ? [] : withPrefix(plan.names, spec);
  });
  const seen = new Set<string>();
  const repeated = names.find((name) => seen.size === seen.add(name).size);
  if (repeated === undefined) return;
  throw new DspError(
    code,
    `Feature description: two columns have the name '${repeated}'. List each feature once, or give one of the two a ` +
      "`prefix` such as 'other/'.",
  );
}
