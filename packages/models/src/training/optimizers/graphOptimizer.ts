import type { OptimizerDescription as GraphOptimizer } from '@ser/onnx';
import { weightDecayOf } from './optimizerDefaults.js';
import type { OptimizerDescription } from './optimizerDescription.js';

/** The description of an optimizer for `@ser/onnx`. */
export function graphOptimizer(description: OptimizerDescription): GraphOptimizer {
  const { name, momentum, nesterov, clipNorm, clipValue, globalClipNorm } = description;
  const weightDecay = weightDecayOf(description);
  const common = {
    ...(weightDecay > 0 && { weightDecay }),
    ...(clipNorm !== undefined && { clipNorm }),
    ...(clipValue !== undefined && { clipValue }),
    ...(globalClipNorm !== undefined && { globalClipNorm }),
  };
  switch (name) {
    case 'adam':
    case 'adamW':
      return weightDecay > 0 ? { name: 'adamW', ...common } : { name: 'adam', ...common };
    case 'sgd':
      return { name, ...common, ...(momentum !== undefined && { momentum }), ...(nesterov && { nesterov }) };
    case 'rmsprop':
      return { name, ...common, ...(momentum !== undefined && { momentum }) };
  }
}
