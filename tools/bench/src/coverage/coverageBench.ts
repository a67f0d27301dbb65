import { type Bench, numberOption } from '../bench.js';
import { coveredMethods, measureCoverage } from './measureCoverage.js';
import { populations } from './population.js';
import { writeSection } from '../docsSection.js';
import { markdownTable } from '../markdownTable.js';

const speakerCounts = [4, 10, 24];

/** Required coverage of intervals over this many speakers. */
const required = { nSpeakers: 24, low: 0.93, high: 0.97 };

/** The table of coverage in docs/metrics.md. */
export const coverageBench: Bench = {
  name: 'coverage',
  description: 'coverage of 95% intervals of the UAR, over simulated speakers and over their clips',
  run(options) {
    const nTrials = numberOption('trials', options, 1000);
    const rows: string[][] = [];
    for (const population of populations) {
      for (const nSpeakers of speakerCounts) {
        const found = measureCoverage(population, nSpeakers, nTrials);
        const cells = coveredMethods.map((method) => {
          const { covered, width } = found[method];
          return `${percent(covered)} (${percent(width)})`;
        });
        rows.push([population.name, String(nSpeakers), ...cells]);
        console.error(rows.at(-1)!.join(', '));
        if (nSpeakers === required.nSpeakers) check(found);
      }
    }
    const table = markdownTable(['', 'speakers', ...coveredMethods], rows);
    console.log(table);
    if (options.write) writeSection('coverage', table, 'metrics');
  },
};

function check(found: ReturnType<typeof measureCoverage>): void {
  const over = found['t over speakers'].covered;
  if (over >= required.low && over <= required.high && found['percentile over clips'].covered < required.low)
    return;
  const range = `${percent(required.low)} to ${percent(required.high)}`;
  throw new Error(
    `Intervals over ${required.nSpeakers} speakers must contain the true value in ${range} of cases, and those over clips less often; see the table.`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
