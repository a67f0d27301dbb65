import { type Bench, numberOption } from './bench.js';
import { coveredMethods, measureCoverage } from './coverage/measureCoverage.js';
import { populations } from './coverage/population.js';
import { writeSection } from './docsSection.js';
import { markdownTable } from './markdownTable.js';

const speakerCounts = [4, 10, 24];

/** What is asked of intervals over this many speakers. */
const asked = { nSpeakers: 24, low: 0.93, high: 0.97 };

/** The table of coverage in docs/metrics.md. */
export const coverageBench: Bench = {
  name: 'coverage',
  what: 'how often 95 % intervals of the UAR hold the truth, over simulated speakers and over their clips',
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
        if (nSpeakers === asked.nSpeakers) check(found);
      }
    }
    const table = markdownTable(['', 'speakers', ...coveredMethods], rows);
    console.log(table);
    if (options.write) writeSection('coverage', table, 'metrics');
  },
};

function check(found: ReturnType<typeof measureCoverage>): void {
  const over = found['t over speakers'].covered;
  if (over >= asked.low && over <= asked.high && found['percentile over clips'].covered < asked.low) return;
  const range = `${percent(asked.low)} to ${percent(asked.high)}`;
  throw new Error(
    `Intervals over ${asked.nSpeakers} speakers are to hold the truth in ${range} of cases, those over clips are not.`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
