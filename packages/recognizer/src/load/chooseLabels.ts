import { RecognizerError } from '../errors.js';

/**
 * The columns of some labels, in the order asked for.
 *
 * @throws {SerError} `invalid-option` for a label that is not known or stands twice, or fewer than two
 */
export function columnsOf(labels: readonly string[], chosen: readonly string[]): readonly number[] {
  const unknown = chosen.find((label, i) => !labels.includes(label) || chosen.indexOf(label) !== i);
  if (unknown !== undefined || chosen.length < 2) {
    const what = unknown === undefined ? `${chosen.length} of them` : `\`${unknown}\``;
    throw new RecognizerError(
      'invalid-option',
      `The labels to choose from must be at least two of ${labels.join(', ')}, each once; got ${what}.`,
    );
  }
  return chosen.map((label) => labels.indexOf(label));
}

/**
 * The probabilities of some labels only, divided by their sum.
 *
 * @param all row-major, `[n, nClasses]`
 * @returns row-major, `[n, columns.length]`
 */
export function chooseColumns(all: Float32Array, nClasses: number, columns: readonly number[]): Float32Array {
  const nRows = all.length / nClasses;
  const chosen = new Float32Array(nRows * columns.length);
  for (let row = 0; row < nRows; row++) {
    const shares = columns.map((column) => all[row * nClasses + column]!);
    const sum = shares.reduce((total, share) => total + share, 0);
    chosen.set(
      // where all have rounded to 0, none is likelier than another
      shares.map((share) => (sum === 0 ? 1 / columns.length : share / sum)),
      row * columns.length,
    );
  }
  return chosen;
}
