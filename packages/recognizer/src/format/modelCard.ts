import type { FrameEncoderDescription } from '@ser/classifiers';
import type { FeatureDescription } from '@ser/dsp';
import { markdownText } from './markdownText.js';
import type { RecognizerCard, TrainingCorpus } from './recognizerCard.js';

/** The content of a model card. */
export interface ModelCardParts {
  readonly labels: readonly string[];
  readonly members: readonly DescribedMember[];
  readonly card: RecognizerCard;
}

/** A classifier of a recognizer, described. */
export interface DescribedMember {
  readonly name: string;
  /** Weight of its probabilities in the mean, above 0. */
  readonly weight: number;
  /** The features of a clip. */
  readonly features: FeatureDescription;
  /** The encoder that turns the frames of a clip into one row, if there is one. */
  readonly encoding?: FrameEncoderDescription | undefined;
}

/** The model card as Markdown: the `README.md` of the model's folder. */
export function modelCard(parts: ModelCardParts): string {
  const { labels, members, card } = parts;
  const isSynthetic = card.trainedOn.some(({ synthetic }) => synthetic);
  return [
    `# Speech emotion model: ${markdownText(card.recipe)}`,
    ...(isSynthetic ? [syntheticNote] : []),
    `Classes (${labels.length}): ${labels.map(markdownText).join(', ')}.`,
    '## Training data',
    [
      '| corpus | license | voices | speakers |',
      '| --- | --- | --- | --- |',
      ...card.trainedOn.map(corpusRow),
    ].join('\n'),
    licenseNote,
    '## Performance',
    performance(parts),
    `Evaluation: ${markdownText(card.protocol)}`,
    transferNote,
    '## Intended use and limits',
    useNotes,
    '## Usage',
    usage,
    '## Features and classifiers',
    ...classifiers(members),
  ]
    .join('\n\n')
    .concat('\n');
}

function classifiers(members: readonly DescribedMember[]): readonly string[] {
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  const combination = members.length > 1 ? ' The result is the weighted mean of their probabilities.' : '';
  return [
    `Clips are resampled to ${members[0]!.features.sampleRate} Hz.${combination}`,
    [
      '| classifier | weight | features |',
      '| --- | --- | --- |',
      ...members.map(
        (member) => `| ${member.name} | ${percent(member.weight / total)} | ${namesOf(member)} |`,
      ),
    ].join('\n'),
    files(members),
    ...(speechEncoders(members).includes(undefined) ? [encoderNote] : []),
    ...speechEncoders(members)
      .filter((model) => model !== undefined)
      .map(otherEncoderNote),
  ];
}

function files(members: readonly DescribedMember[]): string {
  const encoders = members.some(({ encoding }) => encoding)
    ? ' `encoder.json` and `encoder.bin` are the encoder of frames.'
    : '';
  return (
    '`recognizer.json` contains the exact settings. `model.json` and `weights.bin`, in the folder of each classifier, ' +
    `are a TensorFlow.js layers model.${encoders}`
  );
}

/** The speech encoders of a model by folder or URL; `undefined` is the bundled one. */
function speechEncoders(members: readonly DescribedMember[]): readonly (string | undefined)[] {
  const features = members.flatMap((member) => member.features.features);
  return [...new Set(features.flatMap((spec) => (spec.name === 'encoder' ? [spec.model] : [])))];
}

function otherEncoderNote(model: string): string {
  return (
    `The feature \`encoder\` of ${markdownText(model)} is a pretrained speech encoder that is not part of this model and has ` +
    'a license of its own. To compute it, install `@ser/encoder`. `recognizer.json` contains its SHA-256, and any other ' +
    'encoder is refused.'
  );
}

/** `functionals`, once even if there are several sets of them. */
function namesOf({ features: { features }, encoding }: DescribedMember): string {
  const names = [...new Set(features.map(({ name }) => `\`${name}\``))].join(', ');
  return encoding ? `${names}, frames encoded as \`${encoding.kind}\`` : names;
}

const syntheticNote =
  '> **Trained on synthetic voices.** This model shows that the software works and knows nothing about people. Do not use it on recordings of people.';

const licenseNote =
  'The licenses of the recordings also restrict this model: check that they allow your use (NC: non-commercial only; ND, SA: see the license).';

const encoderNote =
  'The feature `encoder` is a pretrained speech encoder, the first layers of OpenAI Whisper tiny.en (MIT license). To compute it, install `@ser/encoder`; in Node, `onnxruntime-node` makes it faster.';

const transferNote =
  'Expect lower values for other microphones, languages, and speaking styles. Evaluate the model on your own recordings before you rely on it.';

const useNotes = [
  '- The model recognizes how something is acted or said, **not what a person feels**. Nobody can read feelings from a voice.',
  '- Use it for research, teaching, and tools whose users know and agree. Never use it for decisions about people.',
  '- In the European Union, inferring emotions in the workplace and in schools is forbidden, except for medical or safety reasons (AI Act, Regulation (EU) 2024/1689, Article 5(1)(f)). In other settings you must inform the people whose voices are analyzed (Article 50(3)).',
  '- Performance may be worse for voices unlike those of the speakers above (age, language, accent, illness).',
].join('\n');

const usage = [
  '```ts',
  "import { Recognizer } from '@ser/recognizer';",
  '',
  "const recognizer = await Recognizer.load('model'); // this folder",
  "const { label, probabilities } = await recognizer.predict('clip.wav');",
  '```',
].join('\n');

function corpusRow({ title, license, synthetic, speakers }: TrainingCorpus): string {
  const voices = synthetic ? '**synthetic**' : 'human';
  return `| ${markdownText(title)} | ${markdownText(license)} | ${voices} | ${speakers.length}: ${markdownText(speakers.join(', '))} |`;
}

function performance({ labels, card }: ModelCardParts): string {
  const chance = `Chance level: ${percent(card.chance ?? 1 / labels.length)}.`;
  if (card.uar === undefined) return `Not measured. ${chance}`;
  const interval = card.uarInterval;
  const range = interval
    ? ` (95% interval over speakers: ${percent(interval.low)} to ${percent(interval.high)})`
    : '';
  return `Unweighted average recall (UAR): **${percent(card.uar)}**${range}. ${chance}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
