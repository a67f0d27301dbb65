import type { Augmentation } from '@ser/dsp';
import { isClosedForm } from '@ser/models';
import type { Engine } from '@ser/models';
import type { RunSeconds } from '../progress/runSeconds.js';
import { membersOf } from '../recipe/membersOf.js';
import type { Method, Recipe } from '../recipe/recipe.js';
import { recipeNormalization } from '../recipe/recipeNormalization.js';
import { counted, duration } from '../words.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { facts, section } from './page.js';
import { versions } from './versions.js';

export interface ReproduceOptions {
  readonly recipe: Recipe;
  readonly engine: Engine;
  readonly seconds: RunSeconds;
}

/** The command that makes the same run again, and what it depends on. */
export function reproduceSection({ recipe, engine, seconds }: ReproduceOptions): Html {
  const data = recipe.corpora.map(({ name }) => `--data ${name}=FOLDER`).join(' ');
  return section(
    'How to reproduce',
    html`<p>
        <code>recipe.json</code> beside this page holds every setting of this run. With it, the same
        recordings, the same versions and the same engine, <code>predictions.csv</code> comes out the same,
        byte for byte.
      </p>
      <pre>ser train --recipe recipe.json ${data} --engine ${engine.name} --out AGAIN</pre>`,
    facts([
      ['Recipe', html`${recipe.name}: ${recipe.title}`],
      ...sourceFacts(recipe),
      ...trainingFacts(recipe),
      ['Normalisation', recipeNormalization(recipe).sentence],
      ['Seed', recipe.seed],
      ['Engine', `${engine.name}: ${engine.description}`],
      ['Versions', versions],
      ['Time', timeText(seconds)],
    ]),
  );
}

type Fact = readonly [string, string];

function sourceFacts({ source }: Recipe): readonly Fact[] {
  if (source === undefined) return [];
  const claim = source.claim === undefined ? [] : [['Its claim', source.claim] as const];
  return [['Source', source.what], ...claim];
}

/** How each classifier was trained; what several have in common is told once. */
function trainingFacts(recipe: Recipe): readonly Fact[] {
  const members = membersOf(recipe).map(({ name, recipe }) => ({ name, facts: methodFacts(recipe) }));
  const titles = ['Training', 'Frames of a clip', 'Copies of each training clip'] as const;
  return titles.flatMap((title) => {
    const texts = [...new Set(members.flatMap(({ facts }) => facts[title] ?? []))];
    return texts.map((text): Fact => {
      const own = members.filter(({ facts }) => facts[title] === text);
      const names = own.map(({ name }) => name).join(', ');
      return [own.length === members.length ? title : `${title} (${names})`, text];
    });
  });
}

function methodFacts({ classifier, augmentation, encoding, training }: Method) {
  const copies = augmentation?.variants.map((chain) => chain.map(stepText).join(' + ')) ?? [];
  return {
    Training: isClosedForm(classifier) ? closedFormText(classifier.kind) : networkText(training),
    'Frames of a clip': encoding && `encoded as ${encoding.kind}`,
    'Copies of each training clip': copies.length > 0 ? copies.join('; ') : undefined,
  };
}

/** `speed (rate 0.88)`, `noise (snr 10 to 20)` */
function stepText({ name, ...settings }: Augmentation): string {
  const told = Object.entries(settings).map(
    ([setting, value]) => `${setting} ${Array.isArray(value) ? value.join(' to ') : JSON.stringify(value)}`,
  );
  return told.length === 0 ? name : `${name} (${told.join(', ')})`;
}

function closedFormText(kind: string): string {
  return `${kind}, fitted at once; its settings were chosen on inner folds of the training clips`;
}

function networkText(training: Method['training']): string {
  const { epochs, batchSize, optimizer, earlyStopping, reduceLearningRateOnPlateau } = training;
  const atMost = earlyStopping ? 'at most ' : '';
  return [
    `${atMost}${counted(epochs, 'epoch')}, batches of ${batchSize}, ${optimizer.name}, learning rate ${optimizer.learningRate}`,
    ...(earlyStopping ? [`stopped early by ${earlyStopping.monitor ?? 'validationLoss'}`] : []),
    ...(reduceLearningRateOnPlateau ? ['learning rate reduced on plateaus'] : []),
  ].join('; ');
}

function timeText({ extract, train, evaluate, total }: RunSeconds): string {
  const parts = `features ${duration(extract)}, training ${duration(train)}, evaluation ${duration(evaluate)}`;
  return `${duration(total)} in all: ${parts}`;
}
