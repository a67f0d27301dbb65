import type { RunMetrics } from '@ser/experiments';
import type { ClipPrediction } from '@ser/experiments/steps';
import type { PretrainedModel } from '@ser/pretrained';
import { type ModelPlan, modelPlans, type PlanName } from './modelPlan.js';
import { coverageTable } from './coverageTable.js';
import { figuresTable, protocolsOf } from './figuresTable.js';
import { groupsTable } from './groupsTable.js';
import { percent, table } from './markdown.js';

export interface ModelPageParts {
  readonly metrics: Pick<RunMetrics, 'protocol' | 'groups' | 'perClass'>;
  /** Of clips of speakers that the model was not trained on. */
  readonly predictions: readonly Pick<ClipPrediction, 'actual' | 'predicted' | 'probabilities'>[];
  /** Describes the classifiers, in one or more sentences. */
  readonly classifiers: string;
}

/** The model card as Markdown: the `README.md` of the model's folder. */
export function modelPage(
  card: PretrainedModel,
  { metrics, predictions, classifiers }: ModelPageParts,
): string {
  const { name, title, labels, fourClasses, trainedOn, figures } = card;
  return [
    `# \`${name}\`: ${title}`,
    licenseNote(card),
    `Classes (${labels.length}): ${labels.join(', ')}. Restricted to four (${fourClasses.join(', ')}), their ` +
      'probabilities are divided by their sum.',
    '## Intended use and limits',
    limits,
    '## Training data',
    table(['corpus', 'license', 'language', 'clips', 'speakers'], trainedOn.map(corpusRow)),
    `${methodOf(card)} ${classifiers} Train it again with \`npm run pretrained -- ${name}\`.`,
    '## Performance',
    measurementOf(name),
    ...protocolsOf(figures).flatMap((protocol) => [protocol, figuresTable(figures, protocol)]),
    '## Confidence',
    `${metrics.protocol} ${confidence}`,
    coverageTable(predictions),
    '## Differences between groups',
    `${metrics.protocol} Without calibration, with all ${labels.length} labels:`,
    groupsTable(metrics),
    'Recall of each emotion, in %:',
    table(
      ['emotion', 'recall', 'clips'],
      metrics.perClass.map(({ label, recall, support }) => [label, percent(recall), String(support)]),
    ),
    'All voices are of adult actors who act emotions. Children, old people, people with speech disorders, other languages, ' +
      'and other accents were not measured. Spontaneous emotions are less pronounced, and recognized less often.',
    '## Usage',
    usage(name),
  ]
    .join('\n\n')
    .concat('\n');
}

function licenseNote({ license, trainedOn }: PretrainedModel): string {
  const readable = license.replace(/^CC-([A-Z-]+)-(\d\.\d)$/, 'CC $1 $2');
  const sources = trainedOn.map((corpus) => `${corpus.title} (${corpus.license})`).join(', ');
  const commerce = license.includes('NC') ? ' **Not for commercial use.**' : '';
  return (
    `> **License of the weights: ${readable}.**${commerce} It follows from the licenses of the recordings: ${sources}. ` +
    'Name them where you use the model.'
  );
}

const limits = [
  '- The model recognizes how something is acted, **not what a person feels**. Nobody can read feelings from a voice.',
  '- Never use it for decisions about people: hiring, grading, policing, credit, insurance, care.',
  '- In the European Union, inferring emotions in the workplace and in schools is forbidden, except for medical or safety ' +
    'reasons (AI Act, Regulation (EU) 2024/1689, Article 5(1)(f)). In other settings you must inform the people whose ' +
    'voices are analyzed (Article 50(3)).',
  '- The predictions for the first 3 to 5 clips of a speaker are not calibrated: say so where you show them.',
].join('\n');

function methodOf({ name, usesEncoder }: PretrainedModel): string {
  return usesEncoder ? encoderMethod(modelPlans[name as PlanName].recipe.members[0]!) : functionalsMethod;
}

function encoderMethod({ features, augmentation }: ModelPlan['recipe']['members'][number]): string {
  const onlyMeans = features.features.some(
    (spec) => spec.name === 'encoder' && spec.statistics?.length === 1,
  );
  const copies =
    augmentation!.variants.length > 1
      ? 'three augmented copies: two at other speeds and one through a random channel'
      : 'an augmented copy through a random channel';
  return (
    `Features: ${onlyMeans ? 'means over time of ' : ''}layers 1 to 3 of the encoder of OpenAI’s Whisper tiny.en ` +
    '(`@ser/encoder`, MIT, not fine-tuned), after each clip is brought to one level. Each clip is used with ' +
    `${copies}. Z-scores are computed per speaker and kind of copy.`
  );
}

const functionalsMethod =
  'Features: functionals that do not depend on gain, band limits, and noise floor. Each clip is used with three augmented ' +
  'copies: two at other speeds and one through a random channel. Z-scores are computed per speaker and kind of copy.';

function measurementOf(name: string): string {
  const session = modelPlans[name as PlanName].recipe.evaluation?.classProfile
    ? 'estimates the offset of the speaker’s scores from the previous clips and subtracts it'
    : 'subtracts the mean score of the speaker’s previous clips';
  return measurement.replace('SESSION', session);
}

const confidence =
  'Without calibration to the speaker. With the option `unsureBelow`, a less probable label is replaced by `unsure`. In %:';

const measurement =
  'Unweighted average recall (UAR), in %, with 95% intervals over speakers, on clips of speakers that are not in the ' +
  'training data. A session of `Recognizer` SESSION. The columns give the ' +
  'number of unlabeled clips used for this calibration; in the last one they are all clips of the speaker, including those ' +
  'scored. A corpus that lacks some labels has a second row, with only its own labels to choose from.';

function corpusRow({ title, license, language, clips, speakers }: PretrainedModel['trainedOn'][number]) {
  const names = speakers.map((speaker) => speaker.replace(/^.*\//, '')).join(', ');
  return [title, license, language, String(clips), `${speakers.length}: ${names}`];
}

function usage(name: string): string {
  return [
    '```ts',
    "import { modelFiles } from '@ser/pretrained';",
    "import { Recognizer } from '@ser/recognizer';",
    '',
    `const recognizer = await Recognizer.load(await modelFiles('${name}'));`,
    'const session = recognizer.session(); // one per speaker and microphone',
    "const { label, probabilities, calibrated } = await session.predict('clip.wav');",
    '```',
  ].join('\n');
}
