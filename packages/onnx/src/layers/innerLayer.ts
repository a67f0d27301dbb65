import type { LayerNode } from '../network/layerNode.js';

/** The inner layer of a wrapper, as a node with the wrapper's inputs, weights, and shapes. */
export function innerLayer(wrapper: LayerNode): LayerNode {
  const inner = wrapper.config.layer as Pick<LayerNode, 'config'> & { readonly class_name: string };
  return { ...wrapper, className: inner.class_name, config: inner.config };
}
