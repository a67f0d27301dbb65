import type { Weight } from '../modelFiles/decodeWeights.js';
import { invalidFile } from '../modelFiles/invalidFile.js';
import { networkFiles } from '../modelFiles/networkFiles.js';

/** The weights of a saved network, handed to its layers. */
export class LayerWeights {
  readonly #weights: ReadonlyMap<string, Weight>;
  readonly #unused: Set<string>;

  constructor(weights: ReadonlyMap<string, Weight>) {
    this.#weights = weights;
    this.#unused = new Set(weights.keys());
  }

  /**
   * The values of one weight, row-major.
   *
   * @param layer name of the layer
   * @param weight name of its weight, such as `kernel`
   * @param shape the shape that the layer needs
   * @throws {SerError} `invalid-model-files` when there is no such weight or it has another shape
   */
  take(layer: string, weight: string, shape: readonly number[]): Float32Array {
    const name = `${layer}/${weight}`;
    const found = this.#weights.get(name);
    if (!found) {
      throw invalid(`\`${networkFiles.topology}\` lists no weight \`${name}\`, which its layer needs.`);
    }
    if (found.shape.join() !== shape.join()) {
      throw invalid(
        `The weight \`${name}\` must have the shape [${shape.join(', ')}]; got [${found.shape.join(', ')}].`,
      );
    }
    this.#unused.delete(name);
    return found.values;
  }

  /** @throws {SerError} `invalid-model-files` when there are weights that no layer took */
  requireAllTaken(): void {
    const [name] = this.#unused;
    if (name !== undefined) throw invalid(`The weight \`${name}\` belongs to no layer of the network.`);
  }
}

function invalid(message: string) {
  return invalidFile(networkFiles.topology, `${message} Save the model again.`);
}
