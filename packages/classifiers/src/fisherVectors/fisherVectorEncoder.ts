import type { ColumnScale } from './columnScale.js';
import type { FisherVectors } from './fisherVectors.js';
import type { FrameEncoder, FrameEncoderFiles } from './frameEncoder.js';
import { filled, type FrameEncoderDescription } from './frameEncoderDescription.js';
import { writeEncoderFiles } from './frameEncoderFiles.js';
import { checkFrames, type Frames } from './frames.js';

/** Fisher vectors as z-scores, relative to the vectors of the training clips. */
export class FisherVectorEncoder implements FrameEncoder {
  readonly description: FrameEncoderDescription;
  readonly nInputs: number;
  readonly nOutputs: number;
  readonly #vectors: FisherVectors;
  readonly #scale: ColumnScale;

  constructor(description: FrameEncoderDescription, vectors: FisherVectors, scale: ColumnScale) {
    this.description = description;
    this.nInputs = vectors.transform.nInputs;
    this.nOutputs = vectors.size;
    this.#vectors = vectors;
    this.#scale = scale;
  }

  encode(frames: Frames): Float32Array {
    checkFrames(frames, this.nInputs);
    const { clip } = filled(this.description);
    const { means, deviations } = this.#scale;
    const output = new Float32Array(this.nOutputs);
    this.#vectors.write(frames, output);
    for (let i = 0; i < output.length; i++) {
      output[i] = Math.min(clip, Math.max(-clip, (output[i]! - means[i]!) / deviations[i]!));
    }
    return output;
  }

  save(): FrameEncoderFiles {
    const { transform, mixture } = this.#vectors;
    const { scale: frameScale, rotation } = transform.parts;
    return writeEncoderFiles({
      description: this.description,
      nInputs: this.nInputs,
      arrays: { frameScale, rotation, mixture, vectorScale: this.#scale },
    });
  }
}
