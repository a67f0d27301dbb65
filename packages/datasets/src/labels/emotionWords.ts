import { type Emotion, emotions } from '../utterance.js';

/** Words for the emotions of known corpora, in English and as their corpora write them. */
const words: Readonly<Record<Emotion, readonly string[]>> = {
  angry: ['anger', 'ang', 'wut', 'wütend', 'ärger', 'rabbia', 'colère', 'colere', 'enojo', 'ira'],
  boredom: ['bored', 'bor', 'langeweile', 'gelangweilt'],
  calm: ['calmness', 'cal', 'ruhig'],
  disgust: ['disgusted', 'dis', 'ekel', 'disgusto', 'dégoût', 'degout', 'asco'],
  fear: ['fearful', 'fea', 'afraid', 'anxiety', 'anxious', 'angst', 'paura', 'peur', 'miedo'],
  happy: ['happiness', 'hap', 'joy', 'joyful', 'freude', 'fröhlich', 'gioia', 'joie', 'alegría', 'felicidad'],
  neutral: ['neutrality', 'neu', 'neutrale', 'neutre'],
  sad: ['sadness', 'traurig', 'trauer', 'tristezza', 'tristesse', 'tristeza'],
  surprise: ['surprised', 'sur', 'surprising', 'überrascht', 'überraschung', 'sorpresa', 'ps'],
};

const emotionOf = new Map<string, Emotion>(
  emotions.flatMap((emotion) => [emotion, ...words[emotion]].map((word) => [word, emotion] as const)),
);

/** The emotion of the known corpora that a word means: `happy` for `Joy`; `undefined` for other words. */
export function emotionOfWord(word: string): Emotion | undefined {
  return emotionOf.get(word.normalize('NFC').toLowerCase());
}
