import type { ContourTable } from '../contourTable.js';
import { firstDescriptors } from '../descriptorNames.js';
import type { FrameSpan } from '../frameSpan.js';
import { spectrumFrameLength, descriptorNFft } from '../framing.js';
import type { PaddedSamples } from '../paddedSamples.js';
import { framesPerStep, type Steps } from '../../steps/steps.js';
import { ShortTimePower } from './shortTimePower.js';
import { SpectralDescriptors } from './spectralDescriptors.js';

/** Added to the amplitude, so that silence has a finite level: -120 dB. */
const amplitudeFloor = 1e-6;

/** The spectral and energy descriptors of the front end 'full-band'. */
export class FullBandSpectra {
  readonly #power = new ShortTimePower({ frameLength: spectrumFrameLength, nFft: descriptorNFft });
  readonly #contours = new SpectralDescriptors('full-band');
  readonly #level = firstDescriptors('full-band').energy;

  /** Writes the level of every frame. */
  // eslint-disable-next-line require-yield -- one step, as in the other front end
  *writeLevels(samples: PaddedSamples, table: ContourTable): Steps<void> {
    for (let frame = 0; frame < table.nFrames; frame++) {
      const amplitude = samples.rootMeanSquare(frame, spectrumFrameLength);
      table.set(this.#level, frame, 20 * Math.log10(amplitude + amplitudeFloor));
    }
  }

  /** Writes all other descriptors in a span. */
  *write(samples: PaddedSamples, { first, end }: FrameSpan, table: ContourTable): Steps<void> {
    for (let frame = Math.max(0, first - 1); frame < end; frame++) {
      if (frame % framesPerStep === 0) yield;
      this.#power.read(samples, frame);
      if (frame < first) {
        this.#contours.skip(this.#power.powers);
        continue;
      }
      this.#contours.write(this.#power.powers, frame, table);
      table.set(this.#level + 2, frame, samples.zeroCrossingRate(frame, spectrumFrameLength));
    }
  }
}
