import { requireInteger, requireOneOf } from '@ser/core';
import { hopBounds, requireFrameLength } from '../options/sizeLimits.js';
import { windowNames, type WindowName } from './windowOf.js';

export const padModes = ['constant', 'reflect', 'edge'] as const;
/** Padding of centered frames: zeros, the mirrored clip, or its first and last sample repeated. */
export type PadMode = (typeof padModes)[number];

export interface SpectrogramOptions {
  /**
   * Length of the Fourier transform, in samples: an integer from 2 to 65536.
   *
   * @default 2048
   */
  readonly nFft?: number;
  /**
   * Step from one frame to the next, in samples: an integer from 1 to 2^22.
   *
   * @default 512
   */
  readonly hopLength?: number;
  /**
   * Length of the window, in samples: an integer from 1 to `nFft`. A shorter window is centered in the frame.
   *
   * @default nFft
   */
  readonly winLength?: number;
  /**
   * Shape of the periodic window.
   *
   * @default 'hann'
   */
  readonly window?: WindowName;
  /**
   * Whether frame `t` is centered on sample `t * hopLength`, with `floor(nFft / 2)` samples of padding on both sides, or
   * starts there, without padding.
   *
   * @default true
   */
  readonly center?: boolean;
  /**
   * Padding of centered frames: zeros (`constant`), the mirrored clip (`reflect`), or its first and last sample (`edge`).
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

/** Checks options and fills in defaults. @throws {SerError} `invalid-option` */
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
  requireFrameLength('nFft', nFft, 2);
  requireInteger('hopLength', resolved.hopLength, hopBounds);
  requireInteger('winLength', resolved.winLength, {
    min: 1,
    max: nFft,
    fix: 'Raise `nFft` to use a longer window.',
  });
  requireOneOf('window', resolved.window, windowNames);
  requireOneOf('center', resolved.center, [true, false]);
  requireOneOf('padMode', resolved.padMode, padModes);
  requireOneOf('power', resolved.power, [1, 2]);
  return resolved;
}
