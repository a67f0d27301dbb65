/** The label to ask for next: the first of those with the fewest taught clips. */
export function emotionToAsk(
  labels: readonly string[],
  clips: Readonly<Record<string, number>>,
): string | undefined {
  const counts = labels.map((label) => clips[label] ?? 0);
  const fewest = Math.min(...counts);
  return labels[counts.indexOf(fewest)];
}
