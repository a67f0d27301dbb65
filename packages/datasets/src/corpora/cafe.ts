import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

/** Initials of the French words colère, dégoût, joie, neutre, peur, surprise, tristesse. */
const emotionOf: Readonly<Record<string, string>> = {
  C: 'angry',
  D: 'disgust',
  J: 'happy',
  N: 'neutral',
  P: 'fear',
  S: 'surprise',
  T: 'sad',
};

/**
 * The Canadian French Emotional speech database: twelve actors say six sentences in seven emotions, each except neutral in
 * two intensities.
 *
 * File names: actor, emotion, intensity, sentence. Odd actors are men.
 *
 * @see Gournay et al., 2018, https://doi.org/10.1145/3204949.3208121
 */
export const cafe = defineCorpus({
  name: 'cafe',
  title: 'CaFE',
  url: 'https://zenodo.org/records/1478765',
  publication: { authors: 'Gournay et al.', year: 2018, url: 'https://doi.org/10.1145/3204949.3208121' },
  license: 'CC BY-NC-SA 4.0',
  language: 'fr',
  labels: Object.values(emotionOf),
  expectedClips: 936,
  expectedLabels: { angry: 144, disgust: 144, happy: 144, neutral: 72, fear: 144, surprise: 144, sad: 144 },
  expectedSpeakers: 12,
  access: {
    terms: 'open',
    steps: ['Download CaFE_48k.zip (or the 192 kHz version, not both) and unpack it.'],
    layout: ['Colère/Fort/01-C-2-1.wav'],
  },
  ...namePattern({
    pattern: /^(?<actor>0[1-9]|1[0-2])-(?<emotion>[CDJNPST])-(?<intensity>[12])-(?<sentence>[1-6])$/,
    example: '01-C-2-1.wav',
    read: ({ actor, emotion, intensity, sentence }) => ({
      speaker: actor!,
      sex: Number(actor) % 2 === 1 ? 'male' : 'female',
      emotion: emotionOf[emotion!]!,
      ...(emotion !== 'N' && { intensity: intensity === '1' ? 'weak' : 'strong' }),
      text: `sentence ${sentence}`,
    }),
  }),
});
