import { readKerasRecord } from './agreement.js';
import { type Bench, namesOption, numberOption } from './bench.js';
import { TimeUp, ours } from './contestants.js';
import { writeSection } from './docsSection.js';
import { markdownTable } from './markdownTable.js';
import { type NetworkName, networkNames } from './networks.js';
import { type Contender, contenders } from './trial.js';

/** What is asked of every engine: relative difference of the loss. */
const bound = 1e-3;

/** The table of agreement in docs/engines.md. The networks of full size; narrow ones are compared by the tests. */
export const agreementBench: Bench = {
  name: 'agreement',
  what: 'losses of 20 steps of the four networks on every engine beside those that Keras gave',
  run(options) {
    const engines = namesOption('engines', options, contenders).filter((name) => name !== 'keras');
    const limit = numberOption('limit', options, 180);
    const record = readKerasRecord();
    const rows = namesOption('networks', options, networkNames).map((network) => {
      const { float64Difference } = record.cases.find(
        (one) => one.network === network && one.size === 'full',
      )!;
      return [network, float64Difference, ...engines.map((name) => compare(network, name, limit))];
    });
    const texts = rows.map((row) =>
      row.map((cell) => (typeof cell === 'number' ? cell.toExponential(1) : cell)),
    );
    const table = markdownTable(['', `Keras ${record.keras}, float32`, ...engines], texts);
    console.log(table);
    if (rows.flat().some((cell) => typeof cell === 'number' && !(cell < bound))) {
      throw new Error(`An engine is further from Keras than ${bound}, which is asked for.`);
    }
    if (options.write) writeSection('agreement', table);
  },
};

/** The greatest difference, or why there is none. */
function compare(network: NetworkName, engine: Contender, limit: number): number | string {
  if (engine === 'tfjs-cpu' && network !== 'dense') return '–';
  try {
    const { difference } = ours<{ difference: number }>('agreement', { args: [network, engine], limit });
    console.error(`${network}, ${engine}: ${difference.toExponential(1)}`);
    return difference;
  } catch (error) {
    if (error instanceof TimeUp) return error.message;
    if (error instanceof Error && error.message.includes('does not work here')) return 'not installed';
    throw error;
  }
}
