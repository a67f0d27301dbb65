import type { ChannelOptions } from './channel/channelOptions.js';
import type { Range } from './range.js';
import type { ShiftMode } from './shiftTime.js';

/** One step of a chain: an augmentation function by name, with its parameter fixed or drawn from a range. */
export type Augmentation =
  /** `addNoise`: white Gaussian noise at this signal-to-noise ratio, in dB. */
  | { readonly name: 'noise'; readonly snr: Range }
  /** `applyGain`: a gain in dB. */
  | { readonly name: 'gain'; readonly decibels: Range }
  /** `shiftTime`: a shift in seconds; negative values shift to the left. */
  | { readonly name: 'shift'; readonly seconds: Range; readonly mode?: ShiftMode }
  /** `timeStretch`: a speed factor at constant pitch, from 1/256 to 256. */
  | { readonly name: 'timeStretch'; readonly rate: Range }
  /** `pitchShift`: a shift in semitones at constant tempo, from -96 to 96. */
  | { readonly name: 'pitchShift'; readonly semitones: Range }
  /** `changeSpeed`: a factor of tempo and pitch together, from 1/256 to 256. */
  | { readonly name: 'speed'; readonly rate: Range }
  /** `applyChannel` with a channel from `drawChannel`: another microphone, room, and transmission line. */
  | ({ readonly name: 'channel' } & ChannelOptions);

/** How altered copies of training clips are made: plain JSON, stored with the recipe. */
export interface AugmentationDescription {
  /** Each variant is a chain of steps that makes one more copy of every clip. */
  readonly variants: readonly (readonly Augmentation[])[];
}
