import { findCorpus } from '../corpora/corpora.js';
import { DatasetError } from '../errors.js';
import type { Utterance } from '../utterance.js';
import type { PublishedSplit } from './publishedSplits.js';
import { publishedSplits } from './publishedSplits.js';
import type { RandomSource } from './randomSource.js';
import type { Speaker } from './speakers.js';
import { drawValidation, speakerFold, speakersOf, validationClause } from './speakers.js';
import type { PublishedSplitRequest, Split } from './split.js';

/** Folds by speaker as others have published them; see {@link PublishedSplitRequest}. */
export function publishedSplit(
  utterances: readonly Utterance[],
  { name, validationFraction }: PublishedSplitRequest,
  random: RandomSource,
): Omit<Split, 'seed'> {
  const published = findPublished(name, utterances);
  const speakers = speakersOf(utterances);
  requireSpeakersInEachFold(published, speakers);
  refuseSecondValidation(published, validationFraction);
  const folds = published.folds.map((fold, i) => {
    const test = presentOf(fold.test, published, speakers);
    const validation = fold.validation
      ? presentOf(fold.validation, published, speakers)
      : drawValidation(speakers, test, validationFraction, random);
    return speakerFold(`${i + 1}`, speakers, { test, validation });
  });
  return {
    kind: `published:${name}`,
    protocol: protocolOf(published, speakers, validationFraction),
    speakerIndependent: true,
    folds,
  };
}

function findPublished(name: string, utterances: readonly Utterance[]): PublishedSplit {
  const present = [...new Set(utterances.map(({ corpus }) => corpus))].sort();
  const found = publishedSplits.find(
    (split) => split.name === name && present.every((one) => one === split.corpus),
  );
  if (!found) {
    const known = publishedSplits.map((split) => `\`${split.name}\` (${split.corpus})`).join(', ');
    throw new DatasetError(
      'unknown-split',
      `There is no published split \`${name}\` of ${present.join(' with ') || 'no utterances'}. Known: ${known}.`,
    );
  }
  return found;
}

function requireSpeakersInEachFold(published: PublishedSplit, speakers: readonly Speaker[]): void {
  published.folds.forEach((fold, i) => {
    for (const side of ['test', 'validation'] as const) {
      const named = fold[side];
      if (named && presentOf(named, published, speakers).length === 0) {
        throw new DatasetError(
          'too-few-speakers',
          `Fold ${i + 1} of \`${published.name}\` has no ${side} speaker here: missing ${named.join(', ')}. ` +
            'Give the complete corpus, or choose a split of kind `speaker-folds`.',
        );
      }
    }
  });
}

function refuseSecondValidation({ name, folds }: PublishedSplit, validationFraction = 0): void {
  if (validationFraction !== 0 && folds.some(({ validation }) => validation)) {
    throw new DatasetError(
      'invalid-option',
      `Expected no \`validationFraction\` for \`${name}\`, which names its validation speakers, got \`${validationFraction}\`.`,
    );
  }
}

function presentOf(
  named: readonly string[],
  { corpus }: PublishedSplit,
  speakers: readonly Speaker[],
): readonly Speaker[] {
  return speakers.filter(({ key }) => named.some((speaker) => key === `${corpus}/${speaker}`));
}

function protocolOf(
  { title, corpus, folds }: PublishedSplit,
  speakers: readonly Speaker[],
  validationFraction: number | undefined,
): string {
  const rounds = folds.length === 1 ? 'fold' : `${folds.length} folds`;
  const { expectedSpeakers } = findCorpus(corpus);
  const caveat =
    speakers.length < expectedSpeakers
      ? `; not comparable with published figures, as only ${speakers.length} of ${expectedSpeakers} speakers are here`
      : '';
  return (
    `Speaker-independent, the published ${rounds} of ${title}: no tested speaker is heard in training` +
    `${folds.some(({ validation }) => validation) ? '; other named speakers serve as validation' : ''}` +
    `${validationClause(validationFraction)}${caveat}.`
  );
}
