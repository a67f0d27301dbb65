import { requireInteger, requireOneOf } from '../options/requireLength.js';
import { windowNames, type WindowName } from './windowOf.js';

export const padModes = ['constant', 'reflect', 'edge'] as const;
export type PadMode = (typeof padModes)[number];

export interface SpectrogramOptions {
  /**
   * Length of the Fourier transform, in samples: an integer >= 2.
   *
   * @default 2048
   */
  readonly nFft?: number;
  /**
   * Step from one frame to the next, in samples: an integer >= 1.
   *
   * @default 512
   */
  readonly hopLength?: number;
  /**
   * Length of the window, in samples, in [1, nFft]; a shorter window sits in the middle of the frame.
   *
   * @default nFft
   */
  readonly winLength?: number;
  /**
   * Shape of the window, periodic.
   *
   * @default 'hann'
   */
  readonly window?: WindowName;
  /**
   * Whether frame `t` is centred on sample `t * hopLength`, with `floor(nFft / 2)` padded samples on both sides,
   * or starts there, without padding.
   *
   * @default true
   */
  readonly center?: boolean;
  /**
   * What the padding of centred frames holds: zeros, the mirrored clip, or its first and last sample repeated.
   *
   * @default 'constant'
   */
  readonly padMode?: PadMode;
  /**
   * Exponent of the magnitude: 1 for amplitude, 2 for power.
   *
   * @default 2
   */
  readonly power?: 1 | 2;
}

/** @throws {SerError} `invalid-option` naming the option, its requirement and the value received */
export function resolveSpectrogramOptions(options: SpectrogramOptions): Required<SpectrogramOptions> {
  const nFft = options.nFft ?? 2048;
  const resolved = {
    nFft,
    hopLength: options.hopLength ?? 512,
    winLength: options.winLength ?? nFft,
    window: options.window ?? 'hann',
    center: options.center ?? true,
    padMode: options.padMode ?? 'constant',
    power: options.power ?? 2,
  };
  requireInteger('nFft', nFft, { min: 2 });
  requireInteger('hopLength', resolved.hopLength, { min: 1 });
  requireInteger('winLength', resolved.winLength, {
    min: 1,
    max: nFft,
    mend: 'Raise `nFft` to use a longer window.',
  });
  requireOneOf('window', resolved.window, windowNames);
  requireOneOf('center', resolved.center, [true, false]);
  requireOneOf('padMode', resolved.padMode, padModes);
  requireOneOf('power', resolved.power, [1, 2]);
  return resolved;
}
