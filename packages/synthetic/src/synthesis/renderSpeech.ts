import { frameSeconds, type ControlTracks } from './controlTracks.js';
import type { Delivery } from './delivery.js';
import { GlottalSource } from './glottalSource.js';
import type { RandomStream } from '@ser/core';
import { Resonator } from './resonator.js';
import { SpectralTilt } from './spectralTilt.js';
import { VocalTract } from './vocalTract.js';

/** Overall level, which keeps the loudest angry voice below full scale. */
const outputGain = 0.04;

/** Largest amplitude of the noise of room and microphone. */
const roomNoise = 0.0005;

/** Factor on breath noise while the vocal folds are closed. */
const closedFolds = 0.5;

/**
 * Renders speech with a source-filter model: voicing and breath noise are filtered by the vocal tract; the noise of
 * fricatives and bursts is added after it.
 *
 * @returns samples in (-1, 1)
 */
export function renderSpeech(
  tracks: ControlTracks,
  delivery: Delivery,
  sampleRate: number,
  random: RandomStream,
): Float32Array {
  const samplesPerFrame = frameSeconds * sampleRate;
  const output = new Float32Array(Math.floor((tracks.nFrames - 1) * samplesPerFrame));
  const glottis = new GlottalSource({ sampleRate, ...delivery }, random);
  const tilt = new SpectralTilt(sampleRate, delivery.tiltDb);
  const tract = new VocalTract(sampleRate, delivery.formantScale);
  const constriction = new Resonator(sampleRate);
  const gain = outputGain * 10 ** (delivery.gainDb / 20);
  const [f1, f2, f3] = tracks.formants;
  let frame = -1;
  for (let i = 0; i < output.length; i++) {
    const position = i / samplesPerFrame;
    if (Math.floor(position) > frame) {
      frame = Math.floor(position);
      tract.move(f1[frame]!, f2[frame]!, f3[frame]!, tracks.nasality[frame]!);
      constriction.tuneForNoise(tracks.fricationFrequency[frame]!, tracks.fricationBandwidth[frame]!);
    }
    const within = position - frame;
    const voicing =
      tilt.process(glottis.next(at(tracks.f0, frame, within))) * at(tracks.voicing, frame, within);
    const flow = glottis.isOpen ? 1 : closedFolds;
    const breath = random.noise() * flow * at(tracks.aspiration, frame, within);
    const hiss = constriction.process(random.noise()) * at(tracks.frication, frame, within);
    output[i] = limit(gain * (tract.process(voicing + breath) + hiss) + roomNoise * random.noise());
  }
  return output;
}

/** Linear interpolation between two frames. */
function at(track: Float32Array, frame: number, within: number): number {
  const value = track[frame]!;
  return value + within * (track[frame + 1]! - value);
}

/** Keeps samples up to 0.7 unchanged, and compresses larger ones smoothly below 0.95. */
function limit(x: number): number {
  const excess = Math.abs(x) - 0.7;
  return excess <= 0 ? x : Math.sign(x) * (0.7 + 0.25 * Math.tanh(excess / 0.25));
}
