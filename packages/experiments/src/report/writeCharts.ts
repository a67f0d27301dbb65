import { join } from 'node:path';
import { runFiles } from '../files/runFolder.js';
import { writeAtomically } from '../files/writeAtomically.js';
import type { NamedChart } from './charts/namedChart.js';

/** Writes charts into a run folder: `charts/NAME.svg` and `charts/NAME.vl.json`. */
export async function writeCharts(folder: string, charts: readonly NamedChart[]): Promise<void> {
  for (const { name, svg, chart } of charts) {
    const file = join(folder, runFiles.charts, name);
    await writeAtomically(`${file}.svg`, svg);
    await writeAtomically(`${file}.vl.json`, `${JSON.stringify(chart.vega())}\n`);
  }
}
