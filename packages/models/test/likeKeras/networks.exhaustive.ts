import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../src/engine/openEngine.js';
import { buildNetwork } from '../../src/network/buildNetwork.js';
import { kerasRecord } from './kerasRecord.js';
import { networkTests } from './networkTests.js';

const { keras, sizes } = kerasRecord;

networkTests('onnx-node', ['adam', 'sgd']);
networkTests('tfjs-wasm', ['adam', 'sgd']);
networkTests('tfjs-cpu', ['adam']);

describe(`networks have as many parameters as in Keras ${keras}`, () => {
  beforeAll(() => openEngine('tfjs-cpu'));

  it.each(sizes.map((size) => ({ ...size, kind: size.network.kind })))(
    '$kind of $inputShape: $countParams',
    ({ network, countParams, ...shape }) => {
      const model = buildNetwork(network, { ...shape, seed: 1 });
      expect(model.countParams()).toBe(countParams);
      model.dispose();
    },
  );
});
