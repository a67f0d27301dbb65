import type { CorpusDefinition } from '@ser/datasets';
import type { CommandIo } from '../commandIo.js';
import { table } from './table.js';

/** How to get a corpus: what `ser corpora how-to-get --json` prints. */
export interface CorpusDirections {
  readonly corpus: string;
  readonly title: string;
  /** Where its authors publish it. */
  readonly url: string;
  readonly license: string;
  /** Whether anyone may download it, or must ask its authors first. */
  readonly access: 'open' | 'on-request';
  /** The command never downloads. */
  readonly downloaded: false;
  /** What to do, one sentence per step. */
  readonly steps: readonly string[];
  /** The folder for it, as typed. */
  readonly folder: string;
  /** Paths of some files within the folder. */
  readonly layout: readonly string[];
  /** The command that checks whether it is complete. */
  readonly check: string;
}

export function corpusDirections(
  { invocation }: CommandIo,
  { name, title, url, license, access }: CorpusDefinition,
  folder: string,
): CorpusDirections {
  return {
    corpus: name,
    title,
    url,
    license,
    access: access?.terms ?? 'on-request',
    downloaded: false,
    steps: access?.steps ?? [],
    folder,
    layout: access?.layout ?? [],
    check: `${invocation} corpora check ${name} ${folder}`,
  };
}

/** The directions as text. */
export function corpusDirectionsText(directions: CorpusDirections): string {
  const { title, url, license, access, steps, folder, layout, check } = directions;
  const facts = [
    ['from', url],
    ['license', license],
    ['access', access === 'open' ? 'anyone may download it under its license' : 'ask its authors first'],
  ];
  const numbered = [...steps, `Put it into ${folder} and keep its own subfolders.`];
  return (
    `${title} is not downloaded by this command. Get it from its authors:\n` +
    table(facts, ['left', 'left']) +
    numbered.map((step, i) => `${i + 1}. ${step}\n`).join('') +
    `Afterward the folder contains, for example:\n${layout.map((path) => `  ${path}\n`).join('')}` +
    `Check that it is complete:\n  ${check}\n`
  );
}
