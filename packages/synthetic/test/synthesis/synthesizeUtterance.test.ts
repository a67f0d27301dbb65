import { describe, expect, it } from 'vitest';
import type { SyntheticEmotion } from '../../src/synthesis/emotionStyles.js';
import { sentences, makeSentence } from '../../src/synthesis/sentences.js';
import {
  synthesizeUtterance,
  type SynthesizeUtteranceOptions,
} from '../../src/synthesis/synthesizeUtterance.js';
import { makeVoice } from '../../src/synthesis/voice.js';
import { formantsOf, levelDb, loudestPart, medianPitch, peak } from './measure.js';

const options: SynthesizeUtteranceOptions = {
  voice: makeVoice(1, 1),
  emotion: 'neutral',
  sentence: sentences[0],
  seed: 1,
};

/** A measure of an emotion for one voice: the mean over eight takes, since single takes overlap by design. */
function meanOf(
  measure: (clip: ReturnType<typeof synthesizeUtterance>) => number,
  changes: Partial<SynthesizeUtteranceOptions>,
) {
  const takes = Array.from({ length: 8 }, (_, seed) =>
    measure(synthesizeUtterance({ ...options, ...changes, seed })),
  );
  return takes.reduce((sum, value) => sum + value, 0) / takes.length;
}

const seconds = ({ samples, sampleRate }: ReturnType<typeof synthesizeUtterance>) =>
  samples.length / sampleRate;

describe('synthesizeUtterance', () => {
  it('gives the same samples for the same options', () => {
    expect(synthesizeUtterance(options)).toEqual(synthesizeUtterance(options));
  });

  it('gives other samples for another seed, voice, or sentence', () => {
    const { samples } = synthesizeUtterance(options);
    expect(synthesizeUtterance({ ...options, seed: 2 }).samples).not.toEqual(samples);
    expect(synthesizeUtterance({ ...options, voice: makeVoice(1, 3) }).samples).not.toEqual(samples);
    expect(synthesizeUtterance({ ...options, sentence: sentences[1] }).samples).not.toEqual(samples);
  });

  it.each([1, 2])('has the pitch of speaker %i', (speaker) => {
    const voice = makeVoice(1, speaker);
    const semitones = 12 * Math.log2(meanOf(medianPitch, { voice }) / voice.pitch);
    expect(Math.abs(semitones)).toBeLessThan(2); // takes vary by 1.2 semitones, accents add some
  });

  it.each([1, 2])('has a higher pitch in happiness and anger than in sadness, speaker %i', (speaker) => {
    const pitch = (emotion: SyntheticEmotion) =>
      meanOf(medianPitch, { voice: makeVoice(1, speaker), emotion });
    expect(pitch('happy')).toBeGreaterThan(1.15 * pitch('sad'));
    expect(pitch('angry')).toBeGreaterThan(1.15 * pitch('sad'));
  });

  it('is loudest in anger, then happiness, neutral, and sadness', () => {
    const [angry, happy, neutral, sad] = (['angry', 'happy', 'neutral', 'sad'] as const).map((emotion) =>
      meanOf(levelDb, { emotion }),
    ) as [number, number, number, number];
    expect(angry).toBeGreaterThan(happy + 1);
    expect(happy).toBeGreaterThan(neutral + 1);
    expect(neutral).toBeGreaterThan(sad + 1);
  });

  it('acts the emotion more at strong intensity', () => {
    const angry = (intensity: 'normal' | 'strong') => meanOf(levelDb, { emotion: 'angry', intensity });
    expect(angry('strong')).toBeGreaterThan(angry('normal') + 1);
  });

  it('is slow in sadness and fast in anger, between 1 and 4 seconds', () => {
    const [sad, angry] = [meanOf(seconds, { emotion: 'sad' }), meanOf(seconds, { emotion: 'angry' })];
    expect(sad).toBeGreaterThan(angry * 1.2);
    expect(sad).toBeLessThan(4);
    expect(angry).toBeGreaterThan(1);
  });

  it('is high and fast in surprise, low and slow in disgust', () => {
    const surprise = { emotion: 'surprise' } as const;
    const disgust = { emotion: 'disgust' } as const;
    expect(meanOf(medianPitch, surprise)).toBeGreaterThan(1.15 * meanOf(medianPitch, disgust));
    expect(meanOf(seconds, disgust)).toBeGreaterThan(1.1 * meanOf(seconds, surprise));
  });

  it('shows no emotion at an expressiveness of 0', () => {
    const { samples } = synthesizeUtterance({ ...options, expressiveness: 0 });
    expect(synthesizeUtterance({ ...options, emotion: 'angry', expressiveness: 0 }).samples).toEqual(samples);
  });

  // Peterson and Barney's means for men. Takes vary by 3% (within 7.5%), and linear prediction is biased toward the
  // nearest harmonic, at most half of F0 away.
  it.each([
    ['IY', 270, 2290],
    ['AA', 730, 1090],
    ['EH', 530, 1840],
  ] as const)('sustains %s with formants near %i and %i Hz', (phoneme, f1, f2) => {
    const voice = { ...makeVoice(1, 1), formantScale: 1, pitch: 90 };
    const sustained = makeSentence(phoneme, [phoneme, `'${phoneme}`, phoneme]);
    const clip = synthesizeUtterance({ ...options, voice, sentence: sustained });
    const [first, second] = formantsOf(loudestPart(clip), clip.sampleRate);
    expect(Math.abs(first! - f1)).toBeLessThan(0.075 * f1 + 45);
    expect(Math.abs(second! - f2)).toBeLessThan(0.075 * f2 + 45);
  });

  it('stays below full scale, without clicks or gaps, even for the strongest emotions', () => {
    for (const emotion of ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise'] as const) {
      for (let speaker = 1; speaker <= 8; speaker++) {
        const voice = makeVoice(1, speaker);
        const clip = synthesizeUtterance({
          ...options,
          voice,
          emotion,
          intensity: 'strong',
          expressiveness: 1.5,
        });
        expect(clip.samples.every(Number.isFinite)).toBe(true);
        expect(peak(clip)).toBeLessThan(1);
        expect(peak(clip)).toBeGreaterThan(0.01);
        expect(Math.abs(clip.samples[0]!)).toBeLessThan(0.001);
        expect(Math.abs(clip.samples.at(-1)!)).toBeLessThan(0.001);
      }
    }
  });

  it('keeps duration and pitch at another sample rate', () => {
    const clip = synthesizeUtterance({ ...options, sampleRate: 48000 });
    expect(clip.sampleRate).toBe(48000);
    expect(seconds(clip)).toBeCloseTo(seconds(synthesizeUtterance(options)), 3);
    expect(medianPitch(clip) / medianPitch(synthesizeUtterance(options))).toBeCloseTo(1, 1);
  });

  it.each([
    [{ sampleRate: 8000 }, '`sampleRate` must be an integer from 16000 to 48000; got 8000.'],
    [{ sampleRate: 22050.5 }, '`sampleRate` must be an integer from 16000 to 48000; got 22050.5.'],
    [{ expressiveness: NaN }, '`expressiveness` must be a finite number from 0 to 1.5; got NaN.'],
    [{ seed: -1 }, '`seed` must be an integer from 0 to 2147483647; got -1.'],
  ])('rejects %o', (wrong, message) => {
    const synthesize = () => synthesizeUtterance({ ...options, ...wrong });
    expect(synthesize).toThrow(
      expect.objectContaining({ name: 'SerError', code: 'invalid-option', message }),
    );
  });
});
