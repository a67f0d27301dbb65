import type { CorpusDefinition } from '@ser/datasets';
import type { CommandIo } from '../commandIo.js';
import { table } from './table.js';

/** How a user comes by a corpus: what `ser corpora get --json` prints. */
export interface CorpusDirections {
  readonly corpus: string;
  readonly title: string;
  /** Where its authors give it out. */
  readonly url: string;
  readonly licence: string;
  /** Whether anyone may download it, or must ask its authors first. */
  readonly access: 'open' | 'on-request';
  /** The command tells and never downloads. */
  readonly downloaded: false;
  /** What to do, one sentence a step. */
  readonly steps: readonly string[];
  /** Where it shall lie, as typed. */
  readonly folder: string;
  /** Paths of some files, seen from the folder, once it lies there. */
  readonly layout: readonly string[];
  /** The command that tells whether it is whole. */
  readonly check: string;
}

export function corpusDirections(
  { invocation }: CommandIo,
  { name, title, url, licence, access }: CorpusDefinition,
  folder: string,
): CorpusDirections {
  return {
    corpus: name,
    title,
    url,
    licence,
    access: access?.terms ?? 'on-request',
    downloaded: false,
    steps: access?.steps ?? [],
    folder,
    layout: access?.layout ?? [],
    check: `${invocation} corpora check ${name} ${folder}`,
  };
}

/** The directions for people. */
export function corpusDirectionsText(directions: CorpusDirections): string {
  const { title, url, licence, access, steps, folder, layout, check } = directions;
  const facts = [
    ['from', url],
    ['licence', licence],
    ['access', access === 'open' ? 'anyone may download it, under its licence' : 'ask its authors first'],
  ];
  const numbered = [...steps, `Put it into ${folder}, in whatever folders it comes.`];
  return (
    `${title} is not downloaded by this command. You get it from its authors:\n` +
    table(facts, ['left', 'left']) +
    numbered.map((step, i) => `${i + 1}. ${step}\n`).join('') +
    `It then holds, for example:\n${layout.map((path) => `  ${path}\n`).join('')}` +
    `Whether it is whole tells:\n  ${check}\n`
  );
}
