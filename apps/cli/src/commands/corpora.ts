import type { CorpusDefinition } from '@ser/datasets';
import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { jsonOption } from '../options/jsonOption.js';
import { corpusDirections, corpusDirectionsText } from '../show/corpusDirections.js';
import { addExamples } from '../show/help.js';
import { writeJson } from '../show/json.js';
import { printableLines } from '../show/printable.js';
import { table } from '../show/table.js';
import { addCheckCommand } from './corporaCheck.js';

interface CorporaOptions {
  readonly json?: true;
}

/** `ser corpora list | info NAME | check WHAT [DIR] | how-to-get NAME DIR` */
export function addCorporaCommand(program: Command, io: CommandIo): void {
  const corpora = program
    .command('corpora')
    .summary('list supported corpora, and check yours or your own recordings')
    .description('Lists the supported corpora, and checks your copy of one or recordings of your own.');
  addExamples(corpora, 'ser corpora list', 'ser corpora check ravdess PATH/TO/RAVDESS');

  const list = corpora
    .command('list')
    .summary('list the supported corpora')
    .description('Lists the supported corpora.')
    .addOption(jsonOption());
  addExamples(list, 'ser corpora list --json').action((options: CorporaOptions) => listCorpora(io, options));

  const info = corpora
    .command('info')
    .summary('describe a corpus')
    .description('Describes a corpus: where to get it, its license, its labels, and its published splits.')
    .argument('<name>', 'a name from `ser corpora list`')
    .addOption(jsonOption());
  addExamples(info, 'ser corpora info ravdess').action((name: string, options: CorporaOptions) =>
    describeCorpus(io, name, options),
  );

  addCheckCommand(corpora, io);

  const get = corpora
    .command('how-to-get')
    .summary('explain how to get a corpus')
    .description(
      'Explains where to get a corpus, its terms of use, its folder layout, and how to check your copy. Nothing is ' +
        'downloaded: you get the corpus from its authors, under their license.',
    )
    .argument('<name>', 'a name from `ser corpora list`')
    .argument('<folder>', 'folder to put it in')
    .addOption(jsonOption());
  addExamples(get, 'ser corpora how-to-get ravdess PATH/TO/RAVDESS').action(
    (name: string, folder: string, options: CorporaOptions) => showDirections(io, name, folder, options),
  );
}

async function listCorpora(io: CommandIo, { json }: CorporaOptions): Promise<void> {
  const { corpora } = await import('@ser/datasets');
  if (json) return writeJson(io, corpora.map(corpusFacts));
  const rows = corpora.map(({ name, title, expectedClips, expectedSpeakers, license }) => [
    name,
    title,
    `${expectedClips} clips`,
    expectedSpeakers === undefined ? 'speakers unknown' : `${expectedSpeakers} speakers`,
    license,
  ]);
  io.stdout.write(table(rows, ['left', 'left', 'right', 'right', 'left']));
}

async function describeCorpus(io: CommandIo, name: string, { json }: CorporaOptions): Promise<void> {
  const { findCorpus, publishedSplits } = await import('@ser/datasets');
  const corpus = findCorpus(name);
  const splits = publishedSplits.filter((split) => split.corpus === name);
  if (json)
    return writeJson(io, { ...corpusFacts(corpus), publishedSplits: splits.map((split) => split.name) });
  const rows = [
    ['name', corpus.name],
    ['title', corpus.title],
    ['from', corpus.url],
    ...citationRows(corpus),
    ['license', corpus.license],
    ['language', corpus.language],
    ['complete', `${corpus.expectedClips} clips${speakersText(corpus)}`],
    ['labels', corpus.labels.map((label) => labelText(label, corpus)).join(', ')],
    ['access', corpus.access?.terms === 'on-request' ? 'on request from its authors' : 'open'],
    ...splits.map(({ name, title, folds }) => [
      'split',
      `published:${name} (${title}, ${folds.length === 1 ? '1 fold' : `${folds.length} folds`})`,
    ]),
  ];
  io.stdout.write(table(rows, ['left', 'left']));
}

function speakersText({ expectedSpeakers }: CorpusDefinition): string {
  return expectedSpeakers === undefined ? '' : ` of ${expectedSpeakers} speakers`;
}

function citationRows({ publication }: CorpusDefinition): readonly string[][] {
  if (publication === undefined) return [];
  const { authors, year, url } = publication;
  return [['cite', `${authors}, ${year}, ${url}`]];
}

function labelText(label: string, { expectedLabels }: CorpusDefinition): string {
  const count = expectedLabels?.[label];
  return count === undefined ? label : `${label} ${count}`;
}

function corpusFacts(corpus: CorpusDefinition) {
  const { name, title, url, publication, license, language, labels, access } = corpus;
  const { expectedClips, expectedSpeakers } = corpus;
  return {
    name,
    title,
    url,
    publication,
    license,
    language,
    labels,
    clips: expectedClips,
    clipsOfLabel: corpus.expectedLabels,
    speakers: expectedSpeakers,
    access: access?.terms,
  };
}

async function showDirections(
  io: CommandIo,
  name: string,
  folder: string,
  { json }: CorporaOptions,
): Promise<void> {
  const { findCorpus } = await import('@ser/datasets');
  const directions = corpusDirections(io, findCorpus(name), folder);
  if (json) writeJson(io, directions);
  else io.stdout.write(printableLines(corpusDirectionsText(directions)));
}
