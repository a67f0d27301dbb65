import { whisperLogMel } from '@ser/dsp';
import { frameLength } from '../level/framePowers.js';
import { encoderCard } from '../model/encoderCard.js';
import { logMelWindow } from '../windows/logMelWindow.js';
import { planWindows } from '../windows/planWindows.js';
import type { WhisperConfig } from './modelConfig.js';
import type { InputWindow, ModelInput, PreparedClip } from './modelInput.js';

/** The input of Whisper: a log-mel spectrogram of always the same length, 30 s; shorter clips end in silence. */
export class WhisperInput implements ModelInput {
  readonly name = 'input_features';
  readonly hop = frameLength;
  readonly minLength = frameLength;
  readonly #config: WhisperConfig;

  constructor(config: WhisperConfig) {
    this.#config = config;
  }

  prepare(samples: Float32Array): PreparedClip {
    const { nMels, maxPositions } = this.#config;
    const nPositions = Math.floor(samples.length / frameLength);
    const padded = new Float32Array(Math.max(nPositions, maxPositions) * frameLength);
    padded.set(samples.subarray(0, padded.length));
    const clip = { samples: padded, sampleRate: encoderCard.sampleRate };
    const spectrogram = whisperLogMel(clip, { nMels });
    const windows = planWindows(Math.max(nPositions, maxPositions), maxPositions).map(
      (window): InputWindow => ({
        ...window,
        to: Math.min(window.to, nPositions),
        data: logMelWindow(spectrogram, window.start, maxPositions),
        dims: [nMels, 2 * maxPositions],
        nPositions: maxPositions,
      }),
    );
    return { nPositions, windows };
  }
}
