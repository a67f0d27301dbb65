import type { Classifier } from '@ser/models';
import { RecognizerError } from '../errors.js';
import type { RecognizerParts } from '../recognizerParts.js';

/**
 * The same model, choosing among some of its labels only: their probabilities are divided by their sum.
 *
 * @throws {RecognizerError} `invalid-option` for a label that the model does not know
 */
export function chooseLabels(parts: RecognizerParts, labels: readonly string[]): RecognizerParts {
  const unknown = labels.find((label) => !parts.labels.includes(label));
  if (unknown !== undefined || labels.length < 2) {
    const what = unknown === undefined ? `${labels.length} of them` : `\`${unknown}\``;
    throw new RecognizerError(
      'invalid-option',
      `The labels to choose from must be at least two of ${parts.labels.join(', ')}; got ${what}.`,
    );
  }
  const columns = labels.map((label) => parts.labels.indexOf(label));
  return { ...parts, labels, classifier: among(parts.classifier, columns) };
}

function among(classifier: Classifier, columns: readonly number[]): Classifier {
  const { inputShape, nClasses } = classifier;
  return {
    inputShape,
    nClasses: columns.length,
    async predictProbabilities(x) {
      const all = await classifier.predictProbabilities(x);
      const chosen = new Float32Array((all.length / nClasses) * columns.length);
      for (let row = 0; row < all.length / nClasses; row++) {
        const shares = columns.map((column) => all[row * nClasses + column]!);
        const sum = shares.reduce((total, share) => total + share, 0);
        chosen.set(
          // where all have rounded to 0, none is likelier than another
          shares.map((share) => (sum === 0 ? 1 / columns.length : share / sum)),
          row * columns.length,
        );
      }
      return chosen;
    },
    fit: () => Promise.reject(whole('trained')),
    save: () => Promise.reject(whole('saved')),
    dispose: () => classifier.dispose(),
  };
}

function whole(what: string): RecognizerError {
  return new RecognizerError(
    'invalid-option',
    `A model that chooses among some of its labels cannot be ${what}. Take the whole model.`,
  );
}
