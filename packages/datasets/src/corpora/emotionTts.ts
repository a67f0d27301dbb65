import { defineCorpus } from './corpusDefinition.js';
import { namePattern } from './namePattern.js';

/**
 * In the order of the numbers, one hundred sentences each. The README of the corpus says that the third hundred is anger
 * and the fourth is sadness. The scripts show the opposite: an actor's accident in `nen00202`, a scolding in `nek00302`.
 */
const labels = ['neutral', 'happy', 'sad', 'angry'];
const nSentences = 100;
const women = ['ema', 'emb', 'nea', 'neb', 'nec', 'ned', 'nee'];
const men = ['emf', 'emg', 'emh', 'nek', 'nel', 'nem', 'nen', 'neo'];
const speakers = [...women, ...men];

/**
 * The emotional part of the EmotionTTS Open DB: fifteen Korean voices say one hundred sentences in each of four emotions,
 * five of them neutral sentences (`plain-to-emotional`), ten sentences that suit the emotion (`emotional-to-emotional`).
 *
 * File names: speaker, number of the sentence, which also says the emotion. Both sets have voices that the README calls A
 * and B; whether they are the same people is not known, so they count as different speakers.
 *
 * @see KAIST and Selvas AI, 2019, https://github.com/emotiontts/emotiontts_open_db
 */
export const emotionTts = defineCorpus({
  name: 'emotiontts',
  title: 'EmotionTTS Open DB, emotional speech',
  url: 'https://github.com/emotiontts/emotiontts_open_db',
  publication: {
    authors: 'KAIST & Selvas AI',
    year: 2019,
    url: 'https://github.com/emotiontts/emotiontts_open_db',
  },
  license: 'for research only, no commercial use',
  language: 'ko',
  labels,
  expectedClips: speakers.length * labels.length * nSentences,
  expectedLabels: Object.fromEntries(labels.map((label) => [label, speakers.length * nSentences])),
  expectedSpeakers: speakers.length,
  speakers: speakers.map((name) => ({ name, sex: sexOf(name) })),
  nChannels: 1,
  access: {
    terms: 'on-request',
    steps: [
      'Clone the repository: its folder Dataset/SpeechCorpus/Emotional contains 5% of the recordings.',
      'For all of them, fill in the form that the README in that folder links to.',
    ],
    layout: ['plain-to-emotional/ema/wav/ema00101.wav', 'emotional-to-emotional/nek/wav/nek00302.wav'],
  },
  ...namePattern({
    pattern: /^(?<speaker>(?:em|ne)[a-z])(?<number>\d{5})$/i,
    example: 'nea00001.wav',
    read({ speaker, number }) {
      const index = Number(number) - 1;
      const emotion = labels[Math.floor(index / nSentences)];
      const name = speaker!.toLowerCase();
      if (index < 0 || emotion === undefined || !speakers.includes(name)) return undefined;
      const set = name.startsWith('em') ? 'plain' : 'emotional';
      return {
        name: `${name}${number}`,
        speaker: name,
        sex: sexOf(name),
        emotion,
        text: `${set} sentence ${number}`,
      };
    },
  }),
});

function sexOf(speaker: string): 'female' | 'male' {
  return women.includes(speaker) ? 'female' : 'male';
}
