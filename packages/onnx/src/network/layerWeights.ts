import type { LayerLike } from './layersModelLike.js';
import type { WeightNode } from './layerNode.js';

/** Reads the weights of each layer once, so that all uses of a shared layer have the same nodes. */
export class LayerWeights {
  readonly #ofLayer = new Map<LayerLike, readonly WeightNode[]>();
  readonly #names = new Set<string>();

  of(layer: LayerLike): readonly WeightNode[] {
    const known = this.#ofLayer.get(layer);
    if (known) return known;
    const weights = layer.weights.map((weight, index): WeightNode => {
      const data = weight.read().dataSync();
      return {
        name: this.#uniqueName(layer, weight.originalName ?? weight.name),
        layer: layer.name,
        index,
        shape: weight.shape.map(Number),
        trainable: layer.trainableWeights.includes(weight),
        values: data instanceof Float32Array ? data : Float32Array.from(data),
      };
    });
    this.#ofLayer.set(layer, weights);
    return weights;
  }

  /** `conv1d_1/kernel`: the name of the layer, then that of the weight, also where a wrapper names the weight after its inner layer. */
  #uniqueName(layer: LayerLike, original: string): string {
    const name = original.startsWith(`${layer.name}/`) ? original : `${layer.name}/${original}`;
    let unique = name;
    for (let i = 1; this.#names.has(unique); i++) unique = `${name}_${i}`;
    this.#names.add(unique);
    return unique;
  }
}
