/** Headers of dimensions; the others are as in tables of MSP-Podcast. */
const dimensionOf: Readonly<Record<string, string>> = {
  arousal: 'arousal',
  activation: 'arousal',
  emoact: 'arousal',
  valence: 'valence',
  emoval: 'valence',
  dominance: 'dominance',
  emodom: 'dominance',
};

/** The values of arousal, valence, and dominance in a row; cells that are not numbers are no values. */
export function dimensionsOf(
  cells: ReadonlyMap<string, string>,
): Readonly<Record<string, number>> | undefined {
  const found = [...cells].flatMap(([column, cell]) => {
    const name = dimensionOf[column.toLowerCase()];
    const value = cell === '' ? NaN : Number(cell);
    return name !== undefined && Number.isFinite(value) ? [[name, value] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
