import { OnnxError } from '../errors.js';
import type { LayerNode } from '../network/layerNode.js';
import type { LayerDefinition } from './layerDefinition.js';
import { layerDefinitions, supportedLayers } from './layerDefinitions.js';

const byClassName = new Map(
  layerDefinitions.flatMap((definition) => definition.classNames.map((name) => [name, definition] as const)),
);

/**
 * The definition of a layer.
 *
 * @throws {SerError} `unsupported-layer`; the message lists the supported layers
 */
export function definitionOf(layer: LayerNode): LayerDefinition {
  const definition = byClassName.get(layer.className);
  if (definition) return definition;
  throw new OnnxError(
    'unsupported-layer',
    `Layer "${layer.name}" is a ${layer.className}, which is not supported. Supported: ${supportedLayers.join(', ')}.`,
    { layer: layer.name },
  );
}
