import type { Augmentation } from '@ser/dsp';
import { isNetwork, type Engine } from '@ser/models';
import { counted, duration } from '../formatText.js';
import type { RunSeconds } from '../progress/runSeconds.js';
import { normalizationSummary } from '../recipe/normalizationSummary.js';
import type { Member, Recipe } from '../recipe/recipe.js';
import { html, type Html } from './html.js';
import { facts, section } from './page.js';
import { versions } from './versions.js';

export interface ReproduceOptions {
  readonly recipe: Recipe;
  readonly engine: Engine;
  readonly seconds: RunSeconds;
  /** The command that started the run. @default one that reads `recipe.json` */
  readonly command?: string | undefined;
}

/** The command that repeats the run, and what its result depends on. */
export function reproduceSection({ recipe, engine, seconds, command }: ReproduceOptions): Html {
  return section(
    'How to reproduce',
    html`<p>
        With the same recordings, versions, and engine, this command gives the same
        <code>predictions.csv</code>, byte for byte. <code>recipe.json</code> in the same folder has every
        setting of this
        run.${command !== undefined && html` With a later version, use <code>--recipe recipe.json</code>.`}
      </p>
      <pre>${command ?? commandOf(recipe, engine)}</pre>`,
    facts([
      ['Recipe', html`${recipe.name}: ${recipe.title}`],
      ...sourceFacts(recipe),
      ...trainingFacts(recipe),
      ['Normalization', normalizationSummary(recipe).sentence],
      ['Seed', recipe.seed],
      ['Engine', `${engine.name}: ${engine.description}`],
      ['Versions', versions],
      ['Time', timeText(seconds)],
    ]),
  );
}

function commandOf(recipe: Recipe, engine: Engine): string {
  const data = recipe.corpora.map(({ name }) => `--data ${name}=FOLDER`).join(' ');
  return `ser train --recipe recipe.json ${data} --engine ${engine.name} --out AGAIN`;
}

type Fact = readonly [string, string];

function sourceFacts({ source }: Recipe): readonly Fact[] {
  if (source === undefined) return [];
  const claim = source.claim === undefined ? [] : [['Claim of the source', source.claim] as const];
  return [['Source', source.what], ...claim];
}

/** How each member was trained; what several have in common is shown once. */
function trainingFacts({ members }: Recipe): readonly Fact[] {
  const all = members.map((member) => ({ name: member.name, facts: memberFacts(member) }));
  const titles = ['Training', 'Encoding', 'Augmented copies of each training clip'] as const;
  return titles.flatMap((title) => {
    const texts = [...new Set(all.flatMap(({ facts }) => facts[title] ?? []))];
    return texts.map((text): Fact => {
      const own = all.filter(({ facts }) => facts[title] === text);
      const names = own.map(({ name }) => name).join(', ');
      return [own.length === all.length ? title : `${title} (${names})`, text];
    });
  });
}

function memberFacts({ classifier, augmentation, encoding, training }: Member) {
  const copies = augmentation?.variants.map((chain) => chain.map(stepText).join(' + ')) ?? [];
  return {
    Training: isNetwork(classifier) ? networkText(training) : classifierText(classifier.kind),
    Encoding: encoding && `frames of each clip as ${encoding.kind}`,
    'Augmented copies of each training clip': copies.length > 0 ? copies.join('; ') : undefined,
  };
}

/** `speed (rate 0.88)`, `noise (snr 10 to 20)` */
function stepText({ name, ...settings }: Augmentation): string {
  const texts = Object.entries(settings).map(
    ([setting, value]) => `${setting} ${Array.isArray(value) ? value.join(' to ') : JSON.stringify(value)}`,
  );
  return texts.length === 0 ? name : `${name} (${texts.join(', ')})`;
}

function classifierText(kind: string): string {
  return `${kind}, fitted in one pass; settings chosen on inner folds of the training clips`;
}

function networkText(training: Member['training']): string {
  const { epochs, batchSize, optimizer, earlyStopping, reduceLearningRateOnPlateau } = training;
  const atMost = earlyStopping ? 'at most ' : '';
  return [
    `${atMost}${counted(epochs, 'epoch')}, batch size ${batchSize}, ${optimizer.name}, learning rate ${optimizer.learningRate}`,
    ...(earlyStopping ? [`early stopping by ${earlyStopping.monitor ?? 'validationLoss'}`] : []),
    ...(reduceLearningRateOnPlateau ? ['learning rate reduced on plateaus'] : []),
  ].join('; ');
}

function timeText({ extract, train, evaluate, total }: RunSeconds): string {
  const parts = `features ${duration(extract)}, training ${duration(train)}, evaluation ${duration(evaluate)}`;
  return `${duration(total)} in total: ${parts}`;
}
