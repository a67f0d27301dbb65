import { knownCorpora } from '@ser/datasets';
import type { CorpusSummary } from '../measures/runMetrics.js';
import { version } from '../version.js';
import { html, type Html } from './html.js';
import { section } from './page.js';

/** How to quote the result: a sentence, and BibTeX entries of the software and the recordings. */
export function citationSection(result: CitedResult, date: string): Html {
  return section(
    'How to cite',
    html`<p>${citationSentence(result, date)}</p>
      <pre>${bibTex(result.corpora, date).join('\n\n')}</pre>`,
  );
}

/** What a citation says. */
export interface CitedResult {
  /** The result in one sentence. */
  readonly headline: string;
  /** The recipe; of a bundled model, its name. */
  readonly recipe: string;
  readonly seed: number;
  readonly corpora: readonly CorpusSummary[];
}

/**
 * The result with everything that a reader needs to judge it.
 *
 * @param date `YYYY-MM-DD`
 */
export function citationSentence({ headline, recipe, seed, corpora }: CitedResult, date: string): string {
  const cited = publicationsOf(corpora).map(
    ({ title, publication: { authors, year } }) => `${title}: ${authors}, ${year}`,
  );
  const recordings = cited.length === 0 ? '' : ` Recordings: ${cited.join('; ')}.`;
  return `${headline.replace(/\.$/, '')} (@ser/experiments ${version}, recipe ${recipe}, seed ${seed}, ${date}).${recordings}`;
}

/** One entry for the software and one for each publication of the recordings. */
export function bibTex(corpora: readonly CorpusSummary[], date: string): readonly string[] {
  const software = entry('software', 'ser', {
    title: '{@ser/experiments: speech emotion recognition in TypeScript}',
    version,
    year: date.slice(0, 4),
  });
  const publications = publicationsOf(corpora).map(({ name, title, publication }) => {
    const { authors, year, url } = publication;
    const [, doi] = /^https:\/\/doi\.org\/(.+)$/.exec(url) ?? [];
    return entry('misc', `${name}-${year}`, {
      author: authors.replace(' et al.', ' and others').replace(' & ', ' and '),
      title: `{${title}}`,
      year: String(year),
      ...(doi === undefined ? { url } : { doi }),
    });
  });
  return [software, ...publications];
}

function entry(kind: string, key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${kind}{${key},\n${lines.join('')}}`;
}

/** Synthetic voices have no publication, although they have the file names of a corpus. */
function publicationsOf(corpora: readonly CorpusSummary[]) {
  return corpora.flatMap(({ name, title, synthetic }) => {
    const publication = knownCorpora().find((corpus) => corpus.name === name)?.publication;
    return synthetic || publication === undefined ? [] : [{ name, title, publication }];
  });
}
