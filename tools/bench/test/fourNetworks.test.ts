import { type EngineName, listEngines, openEngine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import { greatestDifference, lossesOn, readKerasRecord } from '../src/agreement.js';
import { network } from '../src/networks.js';

const record = readKerasRecord();
const small = record.cases.filter(({ size }) => size === 'small');
const optional: readonly EngineName[] = ['onnx-node', 'tfjs-node'];
const installed = (await listEngines({ threads: 1 })).map(({ name, available }) => {
  return { name, skip: !available && optional.includes(name) };
});

describe.each(record.cases)('$network, $size', (recorded) => {
  it('is the network that Keras trained', async () => {
    await openEngine('tfjs-cpu');
    const model = network(recorded.network, recorded);
    expect(model.countParams()).toBe(recorded.countParams);
    model.dispose();
  });
});

describe.each(installed)(`20 steps of Adam on $name equal Keras ${record.keras}`, ({ name, skip }) => {
  // Keras in float32 is within 1e-6 to 1.4e-4 of Keras in float64, which is what is compared with.
  // The full networks are compared by `npm run bench -- agreement`.
  it.skipIf(skip).each(small)('$network', async (recorded) => {
    const engine = await openEngine(name, { threads: 1 });
    const losses = await lossesOn(engine, recorded);
    expect(greatestDifference(losses, recorded.losses)).toBeLessThan(1e-3);
  });
});
