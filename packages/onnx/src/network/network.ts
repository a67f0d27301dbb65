import type { LayerNode } from './layerNode.js';

/** A model as a graph of layer uses: nested models dissolved, one input, one output. */
export interface Network {
  /** In an order in which every node comes after its inputs. */
  readonly nodes: readonly LayerNode[];
  readonly input: LayerNode;
  readonly output: LayerNode;
}
