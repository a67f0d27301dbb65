import { type EngineName, listEngines, openEngine } from '@ser/models';
import { describe, expect, it } from 'vitest';
import {
  type KerasLosses,
  largestDifference,
  lossesOn,
  readKerasRecord,
} from '../../src/engines/agreement.js';

const optional: readonly EngineName[] = ['onnx-node', 'tfjs-node'];
const record = readKerasRecord();
const engines = await listEngines({ threads: 1 });

/**
 * Compares the losses of the small networks with those of Keras. `npm run bench -- agreement` compares the full size.
 *
 * @param isIncluded which networks to compare on which engines
 */
export function describeAgreement(
  isIncluded: (engine: EngineName, network: KerasLosses['network']) => boolean,
): void {
  const small = record.cases.filter(({ size }) => size === 'small');
  const compared = engines
    .map((engine) => ({ ...engine, cases: small.filter(({ network }) => isIncluded(engine.name, network)) }))
    .filter(({ cases }) => cases.length > 0);
  describe.each(compared)(`20 steps of Adam on $name equal Keras ${record.keras}`, (engine) => {
    const { name, available, cases } = engine;
    // The reference is Keras in float64; Keras in float32 differs from it by 1e-6 to 1.4e-4.
    it.skipIf(!available && optional.includes(name)).each(cases)('$network', async (recorded) => {
      const losses = await lossesOn(await openEngine(name, { threads: 1 }), recorded);
      expect(largestDifference(losses, recorded.losses)).toBeLessThan(1e-3);
    });
  });
}
