import type { EncoderDescription } from '@ser/classifiers';
import type { FeatureDescription } from '@ser/dsp';
import type { RecognizerCard, TrainingCorpus } from './recognizerCard.js';

/** What a model card tells about. */
export interface ModelCardParts {
  readonly labels: readonly string[];
  readonly members: readonly DescribedMember[];
  readonly card: RecognizerCard;
}

/** A classifier of a recogniser, as its description says. */
export interface DescribedMember {
  /** Absent where there is no other. */
  readonly name?: string | undefined;
  /** How much its probabilities count in the mean. */
  readonly weight: number;
  /** What is computed of a clip. */
  readonly features: FeatureDescription;
  /** What makes one row of the frames of a clip, where something does. */
  readonly encoding?: EncoderDescription | undefined;
}

/** The card of a model for people, as Markdown: the `README.md` of its folder. */
export function modelCard(parts: ModelCardParts): string {
  const { labels, members, card } = parts;
  const isSynthetic = card.trainedOn.some(({ synthetic }) => synthetic);
  return [
    `# A speech emotion model: ${oneLine(card.recipe)}`,
    ...(isSynthetic ? [syntheticNote] : []),
    `It tells ${labels.length} ways of speaking apart: ${labels.map(oneLine).join(', ')}.`,
    '## Trained on',
    [
      '| corpus | licence | voices | speakers |',
      '| --- | --- | --- | --- |',
      ...card.trainedOn.map(corpusRow),
    ].join('\n'),
    licenceNote,
    '## How good it is',
    figures(parts),
    `Protocol: ${oneLine(card.protocol)}`,
    transferNote,
    '## What it is for, and what not',
    useNotes,
    '## Use',
    usage,
    '## What it listens to',
    ...listening(members),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Paragraphs on what is computed of clips, and where the exact settings stand. */
function listening(members: readonly DescribedMember[]): readonly string[] {
  const [first] = members;
  const clips = `Clips at ${first!.features.sampleRate} Hz (others are resampled), described`;
  if (first!.name === undefined) {
    return [`${clips} by ${namesOf(first!)}. ${settings(members, '')}`];
  }
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  return [
    `${clips} for ${members.length} classifiers. The answer is the mean of their probabilities, by weight:`,
    [
      '| classifier | weight | described by |',
      '| --- | --- | --- |',
      ...members.map(
        (member) => `| ${member.name} | ${percent(member.weight / total)} | ${namesOf(member)} |`,
      ),
    ].join('\n'),
    settings(members, ' in the folder of each classifier'),
  ];
}

/** Where the exact settings and the weights stand. */
function settings(members: readonly DescribedMember[], where: string): string {
  const encoders = members.some(({ encoding }) => encoding)
    ? '; `encoder.json` and `encoder.bin` encode frames'
    : '';
  return `The exact settings stand in \`recognizer.json\`; \`model.json\` and \`weights.bin\`${where} are a TensorFlow.js layers model${encoders}.`;
}

/** `functionals`, once even if there are several sets of them. */
function namesOf({ features: { features }, encoding }: DescribedMember): string {
  const names = [...new Set(features.map(({ name }) => `\`${name}\``))].join(', ');
  return encoding ? `${names}, their frames encoded as \`${encoding.kind}\`` : names;
}

const syntheticNote =
  '> **Trained on synthetic voices.** It shows that everything works; it knows nothing about people. Do not use it on recordings.';

const licenceNote =
  'The terms of the recordings bind the model trained on them: check that they permit your use (NC: not commercial; ND, SA: see the licence).';

const transferNote =
  'On other microphones, languages and ways of speaking expect less; measure on recordings of your own before you rely on it.';

const useNotes = [
  '- It hears how something is acted or said, **not what a person feels**. Nobody can read feelings off a voice.',
  '- For research, teaching, and tools whose users know and agree. Never for decisions about people.',
  '- In the European Union, inferring emotions at work and in schools is forbidden, but for medical or safety reasons (AI Act, Regulation (EU) 2024/1689, Article 5(1)(f)); in other settings the people heard must be told (Article 50(3)).',
  '- Voices of kinds that are not among the speakers above (age, language, accent, illness) may be judged worse.',
].join('\n');

const usage = [
  '```ts',
  "import { Recognizer } from '@ser/recognizer';",
  '',
  "const recognizer = await Recognizer.load('model'); // this folder",
  "const { label, probabilities } = await recognizer.predict('clip.wav');",
  '```',
].join('\n');

function corpusRow({ title, licence, synthetic, speakers }: TrainingCorpus): string {
  const voices = synthetic ? '**synthetic**' : 'human';
  return `| ${cell(title)} | ${cell(licence)} | ${voices} | ${speakers.length}: ${cell(speakers.join(', '))} |`;
}

function figures({ labels, card }: ModelCardParts): string {
  const chance = card.chance ?? 1 / labels.length;
  if (card.uar === undefined) return `Not measured. Guessing reaches a UAR of ${percent(chance)}.`;
  const interval = card.uarInterval;
  const range = interval
    ? ` (95 % interval over speakers: ${percent(interval.low)} to ${percent(interval.high)})`
    : '';
  return `Unweighted average recall (UAR): **${percent(card.uar)}**${range}. Guessing reaches ${percent(chance)}.`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}
