import type { LayerNode } from './layerNode.js';

/** A model as a graph of layer uses, with one input and one output; nested models are replaced by their layers. */
export interface Network {
  /** Every node comes after its inputs. */
  readonly nodes: readonly LayerNode[];
  readonly input: LayerNode;
  readonly output: LayerNode;
}
