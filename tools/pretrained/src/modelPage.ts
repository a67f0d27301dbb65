import type { RunMetrics } from '@ser/experiments';
import type { ModelFigure, PretrainedModel } from '@ser/pretrained';

/** The model card for people, as Markdown: the `README.md` of the model's folder. */
export function modelPage(
  card: PretrainedModel,
  { metrics, classifiers }: { readonly metrics: RunMetrics; readonly classifiers: string },
): string {
  const { name, title, labels, fourClasses } = card;
  return [
    `# \`${name}\`: ${title}`,
    terms(card),
    `It tells ${labels.length} ways of speaking apart: ${labels.join(', ')}. Or four: ${fourClasses.join(', ')}, their ` +
      'probabilities divided by their sum.',
    '## What it must not be used for',
    limits,
    '## Trained on',
    table(['corpus', 'licence', 'language', 'clips', 'speakers'], card.trainedOn.map(corpusRow)),
    `${method} ${classifiers} The command that trains it is \`npm run pretrained -- ${name}\`.`,
    '## How good it is',
    'Unweighted average recall (UAR), in %, with 95 % intervals over speakers, of clips of speakers never heard: cold, ' +
      'and after so many unlabelled clips of the speaker, whose mean score is then taken off (a session of ' +
      '`Recognizer` does that; `newSpeaker()` begins anew). With all clips, those scored are among those heard. A corpus ' +
      'that lacks some labels has a second row, between those it has.',
    ...protocolsOf(card.figures).flatMap((protocol) => [protocol, figuresTable(card.figures, protocol)]),
    '## Who is judged worse',
    `${metrics.protocol} Cold, all ${labels.length} labels to choose from:`,
    groupsTable(metrics),
    'By emotion, the share of its clips that are recognised:',
    table(
      ['emotion', 'recall', 'clips'],
      metrics.perClass.map(({ label, recall, support }) => [label, percent(recall), String(support)]),
    ),
    'All voices are of adult actors who act. Children, the old, the ill, other languages and other accents were not ' +
      'measured. Feelings that are not acted sound weaker, and are recognised less.',
    '## Use',
    usage(name),
  ]
    .join('\n\n')
    .concat('\n');
}

function terms({ licence, trainedOn }: PretrainedModel): string {
  const spoken = licence.replace(/^CC-([A-Z-]+)-(\d\.\d)$/, 'CC $1 $2');
  const sources = trainedOn.map((corpus) => `${corpus.title} (${corpus.licence})`).join(', ');
  const commerce = licence.includes('NC') ? ' **Not for commercial use.**' : '';
  return `> **Terms of the weights: ${spoken}.**${commerce} They follow from the recordings: ${sources}. Name them where you use it.`;
}

const limits = [
  '- It hears how something is acted, **not what a person feels**. Nobody can read feelings off a voice.',
  '- Never for decisions about people: hiring, marking, policing, credit, insurance, care.',
  '- In the European Union, inferring emotions at work and in schools is forbidden, but for medical or safety reasons ' +
    '(AI Act, Regulation (EU) 2024/1689, Article 5(1)(f)); elsewhere the people heard must be told (Article 50(3)).',
  '- The first 3 to 5 clips of a speaker are answered before the model is used to the voice: show them as not yet calibrated.',
].join('\n');

const method =
  'Functionals of a front end that gain, band limits and noise floor leave as it is; besides each clip two copies at other ' +
  'speeds and one through a channel drawn by chance; z-scored by speaker and kind of copy.';

function corpusRow({ title, licence, language, clips, speakers }: PretrainedModel['trainedOn'][number]) {
  const names = speakers.map((speaker) => speaker.replace(/^.*\//, '')).join(', ');
  return [title, licence, language, String(clips), `${speakers.length}: ${names}`];
}

function protocolsOf(figures: readonly ModelFigure[]): readonly string[] {
  return [...new Set(figures.map(({ protocol }) => protocol))];
}

/** A row for each corpus and choice of labels, a column for each number of clips heard. */
function figuresTable(figures: readonly ModelFigure[], protocol: string): string {
  const own = figures.filter((figure) => figure.protocol === protocol);
  const clips = [...new Set(own.map((figure) => figure.clips))];
  const rows = new Map<string, Map<number | 'all', ModelFigure>>();
  for (const figure of own) {
    const key = [figure.corpus, figure.choice].join();
    rows.set(key, (rows.get(key) ?? new Map<number | 'all', ModelFigure>()).set(figure.clips, figure));
  }
  return table(
    [
      'corpus',
      'labels',
      'guessing',
      ...clips.map((n) => (n === 0 ? 'cold' : n === 'all' ? 'all' : `after ${n}`)),
    ],
    [...rows.values()].map((row) => {
      const { corpus, choice, chance } = row.values().next().value!;
      return [corpus, choicesOfLabels[choice], percent(chance), ...clips.map((n) => figureText(row.get(n)))];
    }),
  );
}

const choicesOfLabels = { all: 'all', tested: 'its own', four: 'four' } as const;

function figureText(figure: ModelFigure | undefined): string {
  if (figure === undefined) return '–';
  const { uar, interval } = figure;
  return interval ? `${percent(uar)} (${percent(interval.low)}–${percent(interval.high)})` : percent(uar);
}

function groupsTable({ groups }: RunMetrics): string {
  const rows = (['corpus', 'sex'] as const).flatMap((kind) =>
    (groups[kind]?.groups ?? []).map(({ name, clips, uar, chance }) => [
      `${kind}: ${name}`,
      percent(uar),
      percent(chance),
      String(clips),
    ]),
  );
  const speakers = [...(groups.speaker?.groups ?? [])].sort((a, b) => a.uar - b.uar);
  const [worst, best] = [speakers[0], speakers.at(-1)];
  for (const [which, one] of [
    ['worst', worst],
    ['best', best],
  ] as const) {
    if (one)
      rows.push([`${which} speaker: ${one.name}`, percent(one.uar), percent(one.chance), String(one.clips)]);
  }
  return table(['group', 'UAR', 'guessing', 'clips'], rows);
}

function usage(name: string): string {
  return [
    '```ts',
    "import { modelFiles } from '@ser/pretrained';",
    "import { Recognizer } from '@ser/recognizer';",
    '',
    `const recognizer = await Recognizer.load(await modelFiles('${name}'));`,
    'const session = recognizer.session(); // one for each speaker and microphone',
    "const { label, probabilities, calibrated } = await session.predict('clip.wav');",
    '```',
  ].join('\n');
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
