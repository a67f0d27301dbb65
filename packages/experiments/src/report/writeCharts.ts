import { join } from 'node:path';
import { runFiles, writeWhole } from '../files/runFolder.js';
import type { NamedChart } from './charts/namedChart.js';

/** Writes charts into a run folder: `charts/NAME.svg`, and `charts/NAME.vl.json` beside it. */
export async function writeCharts(folder: string, charts: readonly NamedChart[]): Promise<void> {
  for (const { name, svg, spec } of charts) {
    const file = join(folder, runFiles.charts, name);
    await writeWhole(`${file}.svg`, svg);
    await writeWhole(`${file}.vl.json`, `${JSON.stringify(spec)}\n`);
  }
}
