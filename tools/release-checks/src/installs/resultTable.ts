import type { RowResult } from './checkRow.js';

/** The largest difference of a probability that counts as the same answer. */
export const tolerance = 1e-6;

export function passed({ error, difference }: RowResult): boolean {
  return error === undefined && difference !== undefined && difference.probability <= tolerance;
}

/** The results as a table in Markdown. */
export function resultTable(results: readonly RowResult[]): string {
  const rows = results.map((result) => {
    const { name, note = '', difference, buildSeconds, answerSeconds } = result;
    const built = buildSeconds === 0 ? '' : buildSeconds.toFixed(1);
    const distance = difference === undefined ? '' : difference.probability.toExponential(0);
    return `| ${name} | ${passed(result) ? 'same answer' : '**fails**'} | ${distance} | ${built} | ${answerSeconds.toFixed(1)} | ${note} |`;
  });
  return [
    '| where | result | difference | build (s) | answer (s) | note |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
