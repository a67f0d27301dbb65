import type { Delivery } from './delivery.js';
import { pitchContour } from './pitchContour.js';
import type { RandomStream } from '@ser/core';
import type { TimedPosture } from './schedule.js';

/** Time between two settings of the synthesizer, in seconds. */
export const frameSeconds = 0.0025;

/** The settings of the synthesizer every 2.5 ms. Every track has length `nFrames`. */
export interface ControlTracks {
  readonly nFrames: number;
  /** Fundamental frequency, in Hz. */
  readonly f0: Float32Array;
  /** Level of voicing. */
  readonly voicing: Float32Array;
  /** Level of breath noise. */
  readonly aspiration: Float32Array;
  /** Level of the noise of fricatives and bursts, and its center and width in Hz. */
  readonly frication: Float32Array;
  readonly fricationFrequency: Float32Array;
  readonly fricationBandwidth: Float32Array;
  /** Opening of the nasal tract, 0 to 1. */
  readonly nasality: Float32Array;
  /** Center frequencies of F1, F2 and F3, in Hz. */
  readonly formants: readonly [Float32Array, Float32Array, Float32Array];
}

/** Duration of the movement from one posture to the next, and from one level to the next, in seconds. */
const articulationSeconds = 0.06;
const levelSeconds = 0.0125;

/** Level of a fully accented sound relative to an unaccented one, and of the last sound relative to the first, in dB. */
const accentDb = 2.5;
const decayDb = -4;

/** Settings of the noise while its gain is 0. */
const idleNoise = { gain: 0, frequency: 3000, bandwidth: 2000 };

/** Turns a sequence of steady postures into smooth movements. */
export function controlTracks(
  timeline: readonly TimedPosture[],
  delivery: Delivery,
  random: RandomStream,
): ControlTracks {
  const last = timeline.at(-1)!;
  const seconds = last.start + last.seconds;
  const nFrames = Math.ceil(seconds / frameSeconds);
  const { formantScale, breathiness } = delivery;
  const levelOf = ({ start, accent }: TimedPosture) =>
    10 ** ((accentDb * accent + (decayDb * start) / seconds) / 20);
  const track = (value: (posture: TimedPosture) => number) => steps(timeline, value, nFrames);
  const levels = (value: (posture: TimedPosture) => number) =>
    smooth(
      track((posture) => levelOf(posture) * value(posture)),
      levelSeconds,
    );
  const formant = (k: 0 | 1 | 2) =>
    smooth(
      track(({ formants }) => formantScale * formants[k]),
      articulationSeconds,
    );
  return {
    nFrames,
    f0: pitchContour(timeline, delivery, random, { nFrames, frameSeconds }),
    voicing: levels(({ voicing }) => voicing),
    aspiration: levels(({ aspiration, voicing }) => aspiration + breathiness * voicing),
    frication: levels(({ frication = idleNoise }) => frication.gain),
    fricationFrequency: track(({ frication = idleNoise }) => formantScale * frication.frequency),
    fricationBandwidth: track(({ frication = idleNoise }) => frication.bandwidth),
    nasality: smooth(
      track(({ nasal }) => (nasal ? 1 : 0)),
      articulationSeconds,
    ),
    formants: [formant(0), formant(1), formant(2)],
  };
}

function steps(
  timeline: readonly TimedPosture[],
  value: (posture: TimedPosture) => number,
  nFrames: number,
): Float32Array {
  const track = new Float32Array(nFrames);
  for (const posture of timeline) {
    const from = Math.round(posture.start / frameSeconds);
    const to = Math.round((posture.start + posture.seconds) / frameSeconds);
    track.fill(value(posture), from, to + 1);
  }
  return track;
}

/** Smooths a track with a triangular window of the given width: a moving average, applied twice. */
function smooth(track: Float32Array, widthSeconds: number): Float32Array {
  const reach = Math.round(widthSeconds / frameSeconds / 4);
  return movingAverage(movingAverage(track, reach), reach);
}

/** Mean of each value and its `reach` neighbors on either side; the end values are repeated beyond the ends. */
function movingAverage(track: Float32Array, reach: number): Float32Array {
  const at = (i: number) => track[Math.min(Math.max(i, 0), track.length - 1)]!;
  let sum = 0;
  for (let i = -reach; i <= reach; i++) sum += at(i);
  return track.map((_, i) => {
    const mean = sum / (2 * reach + 1);
    sum += at(i + reach + 1) - at(i - reach);
    return mean;
  });
}
