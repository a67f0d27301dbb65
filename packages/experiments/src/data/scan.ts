import { selectLabels } from '@ser/datasets';
import type { Utterance } from '@ser/datasets';
import { scanCorpus } from '@ser/datasets/node';
import type { CorpusScan } from '@ser/datasets/node';
import { ExperimentError } from '../errors.js';
import type { RunEvent } from '../progress/runEvent.js';
import type { StepOptions } from '../progress/stepOptions.js';
import type { DataFolder } from '../recipe/dataFolder.js';
import type { Listing } from './listing.js';

export interface ScanOptions extends StepOptions {
  /** Names of the corpora wanted; each needs exactly one folder, and no other folder may be given. */
  readonly corpora: readonly string[];
  /** Emotions wanted; clips of other emotions are left out. */
  readonly labels: readonly string[];
  /** Where the corpora lie. */
  readonly data: readonly DataFolder[];
}

/**
 * The clips of some corpora, listed by their file names alone; no audio is read.
 *
 * @throws {SerError} `missing-data` when a corpus has no folder, or a folder no corpus
 * @throws {SerError} `folder-not-found`, `empty-folder` or `wrong-corpus`
 */
export async function scan(options: ScanOptions): Promise<Listing> {
  const { labels, data, signal, onEvent } = options;
  refuseMismatch(options.corpora, data);
  const corpora = [];
  const utterances: Utterance[] = [];
  for (const { corpus, folder } of data) {
    const found = await scanCorpus(corpus, folder, { ...(signal && { signal }) });
    const used = selectLabels(found.utterances, labels);
    corpora.push({ name: corpus, folder, ...found.card });
    utterances.push(...used);
    onEvent?.(scannedEvent(found, used));
  }
  return { corpora, utterances };
}

function refuseMismatch(corpora: readonly string[], data: readonly DataFolder[]): void {
  for (const name of corpora) {
    const count = data.filter(({ corpus }) => corpus === name).length;
    if (count === 1) continue;
    const has = count === 0 ? 'no folder' : `${count} folders`;
    throw new ExperimentError(
      'missing-data',
      `\`data\` must give one folder for ${name}, it gives ${has}.${count === 0 ? mendOf(name, corpora, data) : ''}`,
    );
  }
  const stray = data.find(({ corpus }) => !corpora.includes(corpus));
  if (stray !== undefined) {
    throw new ExperimentError(
      'missing-data',
      `\`data\` gives a folder for ${stray.corpus}, which is not wanted here. Wanted: ${corpora.join(', ')}.`,
      { file: stray.folder },
    );
  }
}

/** Of several corpora, those that are at hand can be used alone. */
function mendOf(name: string, corpora: readonly string[], data: readonly DataFolder[]): string {
  const given = corpora.filter((wanted) => data.some(({ corpus }) => corpus === wanted));
  if (given.length === 0) return '';
  return (
    ` Add \`--data ${name}=FOLDER\`, or run on what is there with \`corpora\` (\`--corpora ${given.join(',')}\`); ` +
    'its figures do not compare with those of all corpora.'
  );
}

function scannedEvent(found: CorpusScan, used: readonly Utterance[]): RunEvent {
  return {
    type: 'scanned',
    corpus: found.corpus,
    title: found.card.title,
    synthetic: found.card.synthetic,
    clips: found.utterances.length,
    used: used.length,
    speakers: new Set(used.map(({ speaker }) => speaker)).size,
    irregular: found.irregular.length,
  };
}
