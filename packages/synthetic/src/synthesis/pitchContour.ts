import type { Delivery } from './delivery.js';
import type { RandomStream } from '@ser/core';
import type { TimedPosture } from './schedule.js';

/** Half width of a pitch accent, in seconds. */
const accentWidth = 0.11;

/** Largest deviation of the pitch from its mean, in semitones, approached gradually. */
const maxDeviation = 12;

/** How long before the end of speech the final rise or fall begins, in seconds. */
const finalSeconds = 0.25;

/**
 * Fundamental frequency over time, in Hz: a declining line, a peak on each accented sound, a final rise or fall, and a
 * slow modulation. They are added in semitones, as in superpositional models of intonation.
 *
 * @returns the frequency at `frame * frameSeconds`, of length `nFrames`
 * @see H. Fujisaki and K. Hirose, J. Acoust. Soc. Japan (E) 5 (1984), https://doi.org/10.1250/ast.5.233
 */
export function pitchContour(
  timeline: readonly TimedPosture[],
  delivery: Delivery,
  random: RandomStream,
  { nFrames, frameSeconds }: { readonly nFrames: number; readonly frameSeconds: number },
): Float32Array {
  const spoken = timeline.filter((posture) => posture.voicing > 0);
  const first = spoken[0]?.start ?? 0;
  const end = spoken.reduce((_, posture) => posture.start + posture.seconds, first + frameSeconds);
  const accents = drawAccents(spoken, delivery, random);
  const modulation = { rate: random.uniform(2, 4), phase: random.uniform(0, 2 * Math.PI) };
  return Float32Array.from({ length: nFrames }, (_, frame) => {
    const time = frame * frameSeconds;
    const progress = Math.min(Math.max((time - first) / (end - first), 0), 1);
    let semitones = delivery.pitchSlope * (progress - 0.5);
    for (const { center, height } of accents)
      semitones += height * Math.exp(-(((time - center) / accentWidth) ** 2));
    semitones += delivery.finalRise * Math.min(Math.max(1 - (end - time) / finalSeconds, 0), 1);
    semitones += 0.25 * Math.sin(2 * Math.PI * modulation.rate * time + modulation.phase);
    return delivery.pitch * 2 ** ((maxDeviation * Math.tanh(semitones / maxDeviation)) / 12);
  });
}

function drawAccents(spoken: readonly TimedPosture[], delivery: Delivery, random: RandomStream) {
  return spoken
    .filter((posture) => posture.accent > 0)
    .map(({ start, seconds, accent }) => ({
      center: start + seconds / 2,
      height: delivery.accent * accent * random.uniform(0.75, 1.25),
    }));
}
