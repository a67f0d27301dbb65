import { addNoise, applyChannel, applyGain, type AudioClip, resample } from '@ser/dsp';

/** An effect of a microphone, a room, or a file format on a clip. */
export interface Condition {
  readonly name: string;
  /** @param others clips of other speakers, for babble */
  apply(clip: AudioClip, others: readonly AudioClip[], seed: number): AudioClip;
}

/** All conditions except MP3, which needs a Python program. */
export const conditions: readonly Condition[] = [
  { name: 'as recorded', apply: (clip) => clip },
  { name: '20 dB louder', apply: (clip) => applyGain(clip, { decibels: 20 }) },
  { name: '20 dB quieter, 16 bit', apply: (clip) => sixteenBit(applyGain(clip, { decibels: -20 })) },
  ...[20, 10].map((snr) => ({
    name: `white noise, ${snr} dB`,
    apply: (clip: AudioClip, _: readonly AudioClip[], seed: number) => addNoise(clip, { snr, seed }),
  })),
  ...[20, 10].map((snr) => ({
    name: `babble of eight, ${snr} dB`,
    apply: (clip: AudioClip, others: readonly AudioClip[]) => underBabble(clip, others, snr),
  })),
  {
    name: 'telephone, 300 to 3400 Hz',
    apply: (clip) =>
      applyChannel(clip, { highPass: { cutoff: 300, slope: 48 }, lowPass: { cutoff: 3400, slope: 96 } }),
  },
  {
    name: 'file of 8 kHz',
    apply: (clip) => resample(resample(clip, { sampleRate: 8000 }), { sampleRate: clip.sampleRate }),
  },
  {
    name: 'reverberation, 0.5 s',
    apply: (clip, _, seed) => applyChannel(clip, { reverberation: { time: 0.5, level: 0, seed } }),
  },
  { name: 'clipped at a quarter of the peak', apply: (clip) => clipped(clip, 0.25) },
  { name: 'a second of silence before', apply: (clip) => delayed(clip, clip.sampleRate) },
];

function sixteenBit({ samples, sampleRate }: AudioClip): AudioClip {
  return { samples: samples.map((sample) => Math.round(sample * 32768) / 32768), sampleRate };
}

/** Adds eight other voices, repeated if they are shorter, at a signal-to-noise ratio in dB. */
function underBabble(clip: AudioClip, others: readonly AudioClip[], snr: number): AudioClip {
  const babble = clip.samples.map((_, n) =>
    others.reduce((sum, { samples }) => sum + samples[n % samples.length]!, 0),
  );
  const scale = Math.sqrt(energy(clip.samples) / energy(babble)) * 10 ** (-snr / 20);
  return {
    samples: clip.samples.map((sample, n) => sample + scale * babble[n]!),
    sampleRate: clip.sampleRate,
  };
}

function energy(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0);
}

function clipped({ samples, sampleRate }: AudioClip, share: number): AudioClip {
  const limit = share * samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  return { samples: samples.map((sample) => Math.max(-limit, Math.min(limit, sample))), sampleRate };
}

function delayed({ samples, sampleRate }: AudioClip, by: number): AudioClip {
  const delayed = new Float32Array(by + samples.length);
  delayed.set(samples, by);
  return { samples: delayed, sampleRate };
}
