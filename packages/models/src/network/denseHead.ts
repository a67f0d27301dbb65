import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { LayerStack } from './layerStack.js';
import type { DenseHead } from './sharedSettings.js';

/** Ends a network with dense layers and a softmax over classes. */
export function endWithDense(
  stack: LayerStack,
  { dense = [], dropout = 0, nClasses }: DenseHead & { readonly nClasses: number },
): LayersModel {
  for (const units of dense) {
    stack.dense(units, 'relu');
    stack.dropout(dropout);
  }
  return stack.classifier(nClasses);
}
