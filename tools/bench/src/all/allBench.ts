import { availableParallelism, cpus, loadavg } from 'node:os';
import { type Bench, numberOption } from '../bench.js';
import { writeSection } from '../docsSection.js';
import { markdownTable } from '../markdownTable.js';
import { collectRows } from './collectRows.js';
import { rowCells, tableHead } from './tableRows.js';

/** Everything that has a rival, in one table. */
export const allBench: Bench = {
  name: 'all',
  description:
    'all works beside their rivals in Python and JavaScript, in at most 25 minutes (docs/engines.md)',
  async run(options) {
    const rounds = numberOption('rounds', options, 5, { integer: true, min: 1 });
    const loads = [loadavg()[0]!];
    const began = performance.now();
    const { rows, missing } = await collectRows({
      rounds,
      onStep(step) {
        loads.push(loadavg()[0]!);
        console.error(step);
      },
      onRow(row) {
        for (const cells of rowCells(row)) console.error(cells.join(' | '));
      },
    });
    const minutes = (performance.now() - began) / 60_000;
    const table = [
      `Medians of ${rounds} rounds (of one for rows begun after 20 minutes), in which the systems of a row take turns; the ratio is the median of the ratios of ` +
        `each round. ${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ` +
        `${process.versions.node}; load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}; ` +
        `${minutes.toFixed(0)} minutes.`,
      markdownTable(tableHead, rows.flatMap(rowCells)),
      ...missing.map((line) => `- ${line}`),
    ].join('\n\n');
    console.log(table);
    if (options.write) writeSection('all', table);
  },
};
