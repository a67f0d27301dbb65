/** Smaller probabilities count as this one, so that a single certain prediction cannot outweigh all others. */
const leastProbability = 1e-6;

/** Log-probabilities with a mean of 0. */
export function logScores(probabilities: readonly number[]): number[] {
  const logs = probabilities.map((share) => Math.log(Math.max(share, leastProbability)));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.map((log) => log - mean);
}

/** Powers of e, divided by their sum. */
export function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
