import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

/** By level: tired or down, as usual, and a strong emotion of either kind. */
const labels = ['low', 'neutral', 'high'];
const words = ['اعجبني', 'لم يعجبني', 'هذا', 'الفيلم', 'رائع', 'مقول', 'سيئ'];

/**
 * The Basic Arabic Vocal Emotions Dataset: 61 speakers say seven Arabic words at three levels of emotion. Level 0 is low
 * (tired or down), level 1 neutral, and level 2 high: a strong emotion, positive or negative.
 *
 * File names: speaker, sex, age, word, level, number of the recording.
 *
 * @see Aouf, 2019, https://github.com/40uf411/Basic-Arabic-Vocal-Emotions-Dataset
 */
export const baved = defineCorpus({
  name: 'baved',
  title: 'BAVED',
  url: 'https://github.com/40uf411/Basic-Arabic-Vocal-Emotions-Dataset',
  publication: {
    authors: 'Aouf',
    year: 2019,
    url: 'https://github.com/40uf411/Basic-Arabic-Vocal-Emotions-Dataset',
  },
  license: 'see its page',
  language: 'ar',
  labels,
  expectedClips: 1935,
  expectedSpeakers: 61,
  nChannels: 1,
  access: {
    terms: 'open',
    steps: ['Clone the repository and read its license.'],
    layout: ['4/12-f-19-4-2-1079.wav'],
  },
  ...namePattern({
    pattern: /^(?<speaker>\d+)-(?<sex>[mf])-(?<age>\d+)-(?<word>[0-6])-(?<level>[0-2])-(?<take>\d+)$/i,
    example: '12-f-19-4-2-1079.wav',
    read: ({ speaker, sex, word, level, take }) => ({
      speaker: speaker!,
      sex: sex!.toLowerCase() === 'f' ? 'female' : 'male',
      emotion: labels[Number(level)]!,
      text: words[Number(word)]!,
      take: take!,
    }),
  }),
});
