import { readKerasRecord } from './agreement.js';
import { type Bench, namesOption, numberOption } from '../bench.js';
import { TimeLimitExceeded, runTypeScript } from '../runProgram.js';
import { writeSection } from '../docsSection.js';
import { markdownTable } from '../markdownTable.js';
import { type NetworkName, networkNames } from '../networks.js';
import { type System, systems } from './trial.js';

/** Largest relative difference of the loss that an engine may have. */
const bound = 1e-3;

/** The table of agreement in docs/engines.md, for the networks of full size; the tests compare narrow ones. */
export const agreementBench: Bench = {
  name: 'agreement',
  description: 'losses of 20 steps of the four networks on every engine; reference: recorded losses of Keras',
  run(options) {
    const engines = namesOption('engines', options, systems).filter((name) => name !== 'keras');
    const limit = numberOption('limit', options, 180);
    const record = readKerasRecord();
    const rows = namesOption('networks', options, networkNames).map((network) => {
      const { float64Difference } = record.cases.find(
        (each) => each.network === network && each.size === 'full',
      )!;
      return [network, float64Difference, ...engines.map((name) => compare(network, name, limit))];
    });
    const texts = rows.map((row) =>
      row.map((cell) => (typeof cell === 'number' ? cell.toExponential(1) : cell)),
    );
    const table = markdownTable(['', `Keras ${record.keras}, float32`, ...engines], texts);
    console.log(table);
    if (rows.flat().some((cell) => typeof cell === 'number' && !(cell < bound))) {
      throw new Error(`Every engine must agree with Keras to within ${bound}; see the table.`);
    }
    if (options.write) writeSection('agreement', table);
  },
};

/** The largest difference, or the reason why there is none. */
function compare(network: NetworkName, engine: System, limit: number): number | string {
  if (engine === 'tfjs-cpu' && network !== 'dense') return '–';
  try {
    const { difference } = runTypeScript<{ difference: number }>('agreement', {
      args: [network, engine],
      limit,
    });
    console.error(`${network}, ${engine}: ${difference.toExponential(1)}`);
    return difference;
  } catch (error) {
    if (error instanceof TimeLimitExceeded) return error.message;
    if (error instanceof Error && error.message.includes('does not work here')) return 'not installed';
    throw error;
  }
}
