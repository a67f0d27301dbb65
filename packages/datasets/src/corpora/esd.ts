import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

/** In the order of the numbers: 350 sentences each. */
const labels = ['neutral', 'angry', 'happy', 'sad', 'surprise'];
const nSentences = 350;
const men = [4, 5, 6, 8, 10, 11, 12, 13, 14, 20];
const speakers = Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(4, '0'));

/**
 * The Emotional Speech Database: ten Mandarin and ten English speakers say 350 sentences in five emotions.
 *
 * File names: speaker, number of the clip, which also says the emotion and the sentence.
 *
 * @see Zhou et al., 2022, Emotional voice conversion: Theory, databases and ESD, https://doi.org/10.1016/j.specom.2021.11.006
 */
export const esd = defineCorpus({
  name: 'esd',
  title: 'ESD',
  url: 'https://github.com/HLTSingapore/Emotional-Speech-Data',
  publication: { authors: 'Zhou et al.', year: 2022, url: 'https://doi.org/10.1016/j.specom.2021.11.006' },
  license: 'for research, after signing a license',
  language: 'en',
  labels,
  expectedClips: 35_000,
  expectedLabels: Object.fromEntries(labels.map((label) => [label, 7000])),
  expectedSpeakers: 20,
  speakers: speakers.map((name) => ({ name, sex: sexOf(name) })),
  access: {
    terms: 'on-request',
    steps: ['Sign the license on that page. Its authors send the link.'],
    layout: ['0011/Angry/0011_000351.wav', '0001/Neutral/train/0001_000001.wav'],
  },
  ...namePattern({
    pattern: /^(?<speaker>\d{4})_(?<number>\d{6})$/,
    example: '0011_000351.wav',
    read({ speaker, number }) {
      const index = Number(number) - 1;
      const emotion = labels[Math.floor(index / nSentences)];
      if (index < 0 || emotion === undefined || !speakers.includes(speaker!)) return undefined;
      const language = Number(speaker) <= 10 ? 'zh' : 'en';
      return {
        speaker: speaker!,
        sex: sexOf(speaker!),
        emotion,
        language,
        text: `${language} sentence ${(index % nSentences) + 1}`,
      };
    },
  }),
});

function sexOf(speaker: string): 'female' | 'male' {
  return men.includes(Number(speaker)) ? 'male' : 'female';
}
