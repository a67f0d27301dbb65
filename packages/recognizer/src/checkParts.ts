import type { Ensemble, EnsembleMember } from './ensemble.js';
import { RecognizerError } from './errors.js';
import { memberName } from './recognizerFile.js';

/**
 * Refuses parts that would give wrong answers together instead of none.
 *
 * @throws {SerError} `invalid-option`
 */
export function checkParts(labels: readonly string[], { members }: Ensemble): void {
  const repeated = labels.find((label, i) => label === '' || labels.indexOf(label) !== i);
  if (repeated !== undefined)
    refuse(`\`labels\` must differ and not be empty, got \`${repeated}\` twice or empty.`);
  for (const member of members) checkMember(labels, member);
  if (members.length !== 1 || members[0]!.name !== undefined) checkTogether(members);
}

function checkMember(
  labels: readonly string[],
  { name, extractor, normalizer, encoder, classifier }: EnsembleMember,
): void {
  const of = name === undefined ? '' : ` of \`${name}\``;
  const { nFrames, nFeatures, names } = extractor;
  if (labels.length !== classifier.nClasses) {
    refuse(
      `\`labels\` must name the ${classifier.nClasses} classes of the classifier${of}, got ${labels.length}.`,
    );
  }
  if (nFrames === undefined && encoder === undefined) {
    refuse(`\`features\`${of} must give every clip the same shape: add a \`segment\` or \`functionals\`.`);
  }
  if (normalizer.names.join() !== names.join()) {
    refuse(
      `\`normalizer\`${of} must be fitted on the features described, got ${normalizer.names.length} features for ${nFeatures}.`,
    );
  }
  if (encoder !== undefined && encoder.nInputs !== nFeatures) {
    refuse(`\`encoder\`${of} must take frames of ${nFeatures} features, got one for ${encoder.nInputs}.`);
  }
  const shape = (encoder ? [1, encoder.nOutputs] : [nFrames, nFeatures]).join(', ');
  if (classifier.inputShape.join(', ') !== shape) {
    refuse(
      `\`classifier\`${of} must take examples of shape [${shape}], got one for [${classifier.inputShape.join(', ')}].`,
    );
  }
}

/** Several answer together: each has a folder of its own, counts, and hears the same clips. */
function checkTogether(members: readonly EnsembleMember[]): void {
  if (members.length < 2) refuse(`\`members\` must be two at least, got ${members.length}.`);
  const names = members.map(({ name = '' }) => name);
  const unfit = names.find((name, i) => !memberName.test(name) || names.indexOf(name) !== i);
  if (unfit !== undefined) {
    refuse(
      `The names of \`members\` must differ and be lower-case words joined by hyphens, got \`${unfit}\`.`,
    );
  }
  const { sampleRate } = members[0]!.features;
  for (const { name, weight, features } of members) {
    if (!(weight > 0 && weight < Infinity)) {
      refuse(`\`weight\` of \`${name}\` must be a number above 0, got \`${weight}\`.`);
    }
    if (features.sampleRate === sampleRate) continue;
    refuse(
      `\`members\` must have one sample rate, got ${features.sampleRate} Hz of \`${name}\` beside ${sampleRate} Hz.`,
    );
  }
}

function refuse(message: string): never {
  throw new RecognizerError('invalid-option', message);
}
