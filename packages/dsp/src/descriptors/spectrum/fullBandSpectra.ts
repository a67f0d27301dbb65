import type { ContourTable } from '../contourTable.js';
import { firstContours } from '../descriptorNames.js';
import type { FrameSpan } from '../frameSpan.js';
import { ShortTimePower } from './shortTimePower.js';
import { SpectralContours } from './spectralDescriptors.js';
import { spectrumFrameLength, voiceNFft } from '../framing.js';
import type { VoiceSamples } from '../paddedSamples.js';

/** Added to the amplitude, so that silence has a level: -120 dB. */
const amplitudeFloor = 1e-6;

/** The spectral and energy contours of the front end 'full-band'. */
export class FullBandSpectra {
  readonly #power = new ShortTimePower({ frameLength: spectrumFrameLength, nFft: voiceNFft });
  readonly #contours = new SpectralContours('full-band');
  readonly #level = firstContours('full-band').energy;

  /** Writes the level of every frame. */
  writeLevels(samples: VoiceSamples, table: ContourTable): void {
    for (let frame = 0; frame < table.nFrames; frame++) {
      const amplitude = samples.rootMeanSquare(frame, spectrumFrameLength);
      table.set(this.#level, frame, 20 * Math.log10(amplitude + amplitudeFloor));
    }
  }

  /** Writes all other contours in a span. */
  write(samples: VoiceSamples, { first, end }: FrameSpan, table: ContourTable): void {
    for (let frame = Math.max(0, first - 1); frame < end; frame++) {
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
