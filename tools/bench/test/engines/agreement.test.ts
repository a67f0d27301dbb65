import { openEngine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import { readKerasRecord } from '../../src/engines/agreement.js';
import { network } from '../../src/networks.js';
import { describeAgreement } from './describeAgreement.js';

describe.each(readKerasRecord().cases)('$network, $size', (recorded) => {
  it('has as many weights as the network in Keras', async () => {
    await openEngine('tfjs-cpu');
    const model = network(recorded.network, recorded);
    expect(model.countParams()).toBe(recorded.countParams);
    model.dispose();
  });
});

// `agreement.exhaustive.ts` compares the other networks in plain JavaScript, which takes long.
describeAgreement((engine, network) => engine !== 'tfjs-cpu' || network === 'dense');
