import type { ChannelOptions } from './channel/channelOptions.js';
import type { ShiftMode } from './shiftTime.js';

/** A fixed value, or the lowest and the highest of those drawn evenly, anew for each clip. */
export type Range = number | readonly [low: number, high: number];

/** One step of a chain: a function of this package by name, with its parameter fixed or to be drawn. */
export type Augmentation =
  /** `addNoise`: white Gaussian noise at that signal-to-noise ratio, in dB. */
  | { readonly name: 'noise'; readonly snr: Range }
  /** `applyGain`: louder or, below 0, quieter by so many dB. */
  | { readonly name: 'gain'; readonly decibels: Range }
  /** `shiftTime`: later or, below 0, earlier by so many seconds. */
  | { readonly name: 'shift'; readonly seconds: Range; readonly mode?: ShiftMode }
  /** `timeStretch`: so many times faster, at the same pitch; > 0. */
  | { readonly name: 'timeStretch'; readonly rate: Range }
  /** `pitchShift`: higher or, below 0, lower by so many semitones, at the same tempo. */
  | { readonly name: 'pitchShift'; readonly semitones: Range }
  /** `changeSpeed`: so many times faster, and higher with it; in [1/256, 256]. */
  | { readonly name: 'speed'; readonly rate: Range }
  /** `applyChannel` of a `drawChannel`: another microphone, room and line. */
  | ({ readonly name: 'channel' } & ChannelOptions);

/** How copies are made for training: plain JSON, kept with the recipe. */
export interface AugmentationDescription {
  /** Each is a chain of steps that makes one more copy of every clip. */
  readonly variants: readonly (readonly Augmentation[])[];
}
