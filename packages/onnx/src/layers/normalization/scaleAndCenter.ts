import type { LayerNode } from '../../network/layerNode.js';
import type { Scope } from '../scope.js';

/** Gamma and beta of a normalization, `[nChannels]`: constants 1 and 0 if the layer has `scale` or `center` false. */
export interface ScaleAndCenter {
  readonly gamma: string;
  readonly beta: string;
  /** Registers the gradients of the ones that the layer has. */
  readonly addGradients: (gamma: string, beta: string) => void;
}

export function scaleAndCenter(layer: LayerNode, scope: Scope): ScaleAndCenter {
  const { graph } = scope;
  const nChannels = layer.outputShape.at(-1)!;
  const scales = layer.config.scale !== false;
  const centers = layer.config.center !== false;
  const gamma = scales ? layer.weights[0] : undefined;
  const beta = centers ? layer.weights[scales ? 1 : 0] : undefined;
  const constant = (value: number) => graph.floats(new Float32Array(nChannels).fill(value));
  return {
    gamma: gamma ? scope.weight(gamma) : constant(1),
    beta: beta ? scope.weight(beta) : constant(0),
    addGradients(gammaGradient, betaGradient) {
      if (gamma) scope.addGradient(gamma, gammaGradient);
      if (beta) scope.addGradient(beta, betaGradient);
    },
  };
}
