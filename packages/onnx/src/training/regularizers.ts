import type { LayerNode, WeightNode } from '../network/layerNode.js';
import type { Network } from '../network/network.js';

/** A penalty of l1 · Σ|w| + l2 · Σw² on a weight. */
export interface Regularizer {
  readonly l1: number;
  readonly l2: number;
}

/** The penalties that the layers' settings (`kernelRegularizer`, …) ask for; a shared weight has one. */
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

/** What a weight is called in its layer's settings: `recurrent` for a `recurrent_kernel`, else its own name. */
function settingName(weight: WeightNode): string {
  const name = weight.name.split('/').at(-1)!.replace(/_\d+$/, '');
  return name.replace(/^(\w+)_kernel$/, '$1');
}

/** A wrapper (Bidirectional, TimeDistributed) holds the settings of the layer inside. */
function settingsOf(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const inner = config.layer as { readonly config: Readonly<Record<string, unknown>> } | undefined;
  return inner ? settingsOf(inner.config) : config;
}
