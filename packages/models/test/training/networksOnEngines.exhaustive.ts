import { describe, expect, it, vi } from 'vitest';
import type { EngineName } from '../../src/engine/engine.js';
import { openEngine } from '../../src/engine/openEngine.js';
import { buildNetwork } from '../../src/network/buildNetwork.js';
import type { NetworkDescription } from '../../src/network/networkDescription.js';
import { predictNetwork } from '../../src/prediction/predictNetwork.js';
import { fitNetwork } from '../../src/training/fitNetwork.js';
import { allEngines } from '../allEngines.js';
import { relativeDifference } from '../onEngine.js';
import { tones } from '../tones.js';

const { x, y } = tones(24);
const shape = { inputShape: [16, 4], nClasses: 3, seed: 1 };
const dropout = 0.3;
const networks: readonly NetworkDescription[] = [
  {
    kind: 'cnn2d',
    blocks: [{ filters: 4, kernelSize: 3, batchNormalization: true, dropout }],
    dense: [6],
    dropout,
  },
  {
    kind: 'cnnLstm',
    convolutions: [{ filters: 5, kernelSize: 3, dropout }],
    recurrent: [
      { units: 4, bidirectional: true, dropout },
      { cell: 'gru', units: 3, dropout },
    ],
    pooling: 'attention',
  },
  { kind: 'deepCnn', filters: [4, 3], dense: [6], dropout },
  { kind: 'dense', units: [6, 5], inputDropout: 0.5, dropout },
];

async function trainOn(name: EngineName, network: NetworkDescription) {
  const engine = await openEngine(name, { threads: 1 });
  const model = buildNetwork(network, shape);
  const onWarning = vi.fn();
  const history = await fitNetwork(model, x, y, { seed: 5, epochs: 2, batchSize: 8, engine, onWarning });
  const probabilities = await predictNetwork(model, x, { engine });
  model.dispose();
  expect(onWarning).not.toHaveBeenCalled();
  return { losses: history.map(({ loss }) => loss), probabilities };
}

describe.each(networks)('$kind with dropout and the same seed', (network) => {
  // Sums are added in another order.
  it.each(allEngines.filter((name) => name !== 'tfjs-cpu'))(
    'gives the same results on %s as on tfjs-cpu',
    async (name) => {
      const expected = await trainOn('tfjs-cpu', network);
      const { losses, probabilities } = await trainOn(name, network);
      expect(relativeDifference(losses, expected.losses)).toBeLessThan(1e-5);
      expect(relativeDifference(probabilities, expected.probabilities)).toBeLessThan(1e-4);
    },
  );
});
