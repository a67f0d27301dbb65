import type { Utterance } from '@ser/datasets';
import { scanCorpus, type CorpusScan } from '@ser/datasets/node';
import { didYouMean } from '@ser/core';
import { ExperimentError } from '../errors.js';
import type { RunEvent } from '../progress/runEvent.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { isListed, type DataSource } from '../recipe/dataFolder.js';
import type { Listing } from './listing.js';

export interface ScanOptions extends StepOptions {
  /** Names of the corpora; each needs exactly one source of recordings, and there may be no others. */
  readonly corpora: readonly string[];
  /** The emotions to use; clips with other emotions are left out. */
  readonly labels: readonly string[];
  /** The recordings of the corpora. */
  readonly data: readonly DataSource[];
}

/**
 * Lists the clips of corpora by their file names, or as they were listed before; no audio is read.
 *
 * @throws {SerError} `missing-data` if a corpus has no recordings, or recordings no corpus
 * @throws {SerError} `folder-not-found`, `empty-folder` or `wrong-corpus`
 */
export async function scan(options: ScanOptions): Promise<Listing> {
  const { labels, data, signal, onEvent } = options;
  refuseMismatch(options.corpora, data);
  const corpora = [];
  const utterances: Utterance[] = [];
  const foundLabels = new Set<string>();
  for (const source of data) {
    const { corpus, folder } = source;
    const found = isListed(source) ? source : await scanCorpus(corpus, folder, { ...(signal && { signal }) });
    const used = found.utterances.filter(({ emotion }) => labels.includes(emotion));
    corpora.push({ name: corpus, folder, ...found.card });
    for (const { emotion } of found.utterances) foundLabels.add(emotion);
    for (const utterance of used) utterances.push(utterance);
    onEvent?.(scannedEvent(found, used));
  }
  return { corpora, utterances, foundLabels: [...foundLabels] };
}

function refuseMismatch(corpora: readonly string[], data: readonly DataSource[]): void {
  for (const name of corpora) {
    const count = data.filter(({ corpus }) => corpus === name).length;
    if (count === 1) continue;
    const has = count === 0 ? 'no folder' : `${count} folders`;
    throw new ExperimentError(
      'missing-data',
      `\`data\` must have one folder for ${name}; got ${has}.${count === 0 ? fixFor(name, corpora, data) : severalFix}`,
    );
  }
  const stray = data.find(({ corpus }) => !corpora.includes(corpus));
  if (stray !== undefined) {
    throw new ExperimentError(
      'missing-data',
      `\`data\` must have folders only for ${corpora.join(', ')}; got one for ${stray.corpus}. Remove it.` +
        didYouMean(stray.corpus, corpora),
      { file: stray.folder },
    );
  }
}

const severalFix = ' Give each its own name (`--data NAME=…`).';

/** If some of the corpora are available, the recipe can run on those alone. */
function fixFor(name: string, corpora: readonly string[], data: readonly DataSource[]): string {
  const given = corpora.filter((wanted) => data.some(({ corpus }) => corpus === wanted));
  if (given.length === 0) return '';
  return (
    ` Add \`--data ${name}=FOLDER\`, or use only the available corpora with \`corpora\` ` +
    `(\`--corpora ${given.join(',')}\`); those scores are not comparable with scores on all corpora.`
  );
}

function scannedEvent(found: CorpusScan, used: readonly Utterance[]): RunEvent {
  const { irregular } = found;
  return {
    type: 'scanned',
    corpus: found.corpus,
    title: found.card.title,
    synthetic: found.card.synthetic,
    clips: found.utterances.length,
    used: used.length,
    speakers: new Set(used.flatMap(({ speaker }) => speaker ?? [])).size,
    irregular: irregular.length,
    ...(irregular.length > 0 && { irregularFiles: irregular.slice(0, shownIrregular) }),
  };
}

/** The number of irregular files in an event; `ser corpora check` shows all. */
const shownIrregular = 5;
