import { invalidOption } from '@ser/core';
import { requireMemberName, requireMemberWeight } from '../format/memberName.js';
import type { Ensemble, EnsembleMember } from './ensemble.js';

/**
 * Rejects parts that do not fit together: they would give wrong predictions.
 *
 * @throws {SerError} `invalid-option`
 */
export function checkParts(labels: readonly string[], { members }: Ensemble): void {
  if (labels.some((label) => label === '') || hasDuplicates(labels)) {
    throw invalidOption('labels', 'different strings, none of them empty', labels);
  }
  if (members.length === 0) throw invalidOption('members', 'at least one classifier', members);
  const names = members.map(({ name }) => name);
  if (hasDuplicates(names)) throw invalidOption('members', 'classifiers with different names', names);
  members.forEach((member, i) => checkMember(labels, member, `members[${i}]`));
  const rates = members.map(({ features }) => features.sampleRate);
  if (new Set(rates).size > 1) {
    throw invalidOption('members', 'classifiers whose features have the same sample rate, in Hz', rates);
  }
}

function checkMember(
  labels: readonly string[],
  { name, weight, extractor, normalizer, encoder, classifier }: EnsembleMember,
  path: string,
): void {
  requireMemberName(name, `${path}.name`);
  requireMemberWeight(weight, `${path}.weight`);
  const { nFrames, nFeatures, names, description } = extractor.plan;
  if (labels.length !== classifier.nClasses) {
    throw invalidOption(
      'labels',
      `one for each of the ${classifier.nClasses} classes of \`${name}\``,
      labels,
    );
  }
  if (nFrames === undefined && encoder === undefined) {
    const fix = 'Add a `segment` or `functionals` to the features.';
    throw invalidOption(`${path}.features`, 'of the same shape for every clip', description, fix);
  }
  if (normalizer.names.join() !== names.join()) {
    const fitted = `fitted on the ${nFeatures} features of the member`;
    throw invalidOption(`${path}.normalizer`, fitted, normalizer.names);
  }
  if (encoder !== undefined && encoder.nInputs !== nFeatures) {
    throw invalidOption(`${path}.encoder.nInputs`, `the ${nFeatures} features of a frame`, encoder.nInputs);
  }
  const shape = encoder ? [1, encoder.nOutputs] : [nFrames, nFeatures];
  if (classifier.inputShape.join() !== shape.join()) {
    const required = `the shape of an example, [${shape.join(', ')}]`;
    throw invalidOption(`${path}.classifier.inputShape`, required, classifier.inputShape);
  }
}

function hasDuplicates(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
