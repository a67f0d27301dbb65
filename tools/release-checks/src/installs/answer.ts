/** What the same clip gives everywhere. */
export interface Answer {
  readonly label: string;
  readonly probabilities: Readonly<Record<string, number>>;
  /** Numbers of the encoder; absent where only prediction is installed. */
  readonly embedding?: readonly number[];
  readonly error?: string;
}

/** How far two answers are from each other. */
export interface Difference {
  /** The largest difference of a probability. */
  readonly probability: number;
  /** The length of the difference of the embeddings, as a part of the length of the expected one. */
  readonly embedding: number;
}

/** @throws {Error} when the labels differ or the answer is an error */
export function differenceOf(found: Answer, expected: Answer): Difference {
  if (found.error !== undefined) throw new Error(found.error);
  if (found.label !== expected.label) throw new Error(`Got ${found.label}; Node answers ${expected.label}.`);
  if (Object.keys(expected.probabilities).length === 0) throw new Error('The clip must contain speech.');
  const shares = Object.entries(expected.probabilities).map(([label, share]) => {
    return Math.abs(share - (found.probabilities[label] ?? NaN));
  });
  return { probability: Math.max(...shares), embedding: distance(found.embedding, expected.embedding) };
}

function distance(found: readonly number[] | undefined, expected: readonly number[] = []): number {
  if (found === undefined) return 0;
  return Math.hypot(...expected.map((value, i) => value - (found[i] ?? NaN))) / Math.hypot(...expected);
}
