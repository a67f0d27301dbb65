import type { LayerNode, WeightNode } from '../network/layerNode.js';
import type { Network } from '../network/network.js';

/** A penalty of l1 · Σ|w| + l2 · Σw² on a weight. */
export interface Regularizer {
  readonly l1: number;
  readonly l2: number;
}

/** The penalties from the layers' settings (`kernelRegularizer`, …). A shared weight has one penalty. */
export function regularizers(network: Network): ReadonlyMap<WeightNode, Regularizer> {
  const found = new Map<WeightNode, Regularizer>();
  for (const node of network.nodes) {
    for (const weight of node.weights) {
      const regularizer = regularizerOf(node, weight);
      if (regularizer && weight.trainable) found.set(weight, regularizer);
    }
  }
  return found;
}

function regularizerOf(node: LayerNode, weight: WeightNode): Regularizer | undefined {
  const key = `${settingName(weight)}_regularizer`;
  const json = settingsOf(node.config)[key] as { config?: { l1?: number; l2?: number } } | null | undefined;
  if (!json) return undefined;
  const { l1 = 0, l2 = 0 } = json.config ?? {};
  return l1 > 0 || l2 > 0 ? { l1, l2 } : undefined;
}

/** The name of a weight in its layer's settings: `recurrent` for a `recurrent_kernel`, otherwise the weight's name. */
function settingName(weight: WeightNode): string {
  const name = weight.name.split('/').at(-1)!.replace(/_\d+$/, '');
  return name.replace(/^(\w+)_kernel$/, '$1');
}

/** The settings of a layer; for a wrapper (Bidirectional, TimeDistributed), those of its inner layer. */
function settingsOf(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const inner = config.layer as { readonly config: Readonly<Record<string, unknown>> } | undefined;
  return inner ? settingsOf(inner.config) : config;
}
