import { sourceOf, speakerKey, type Utterance } from '@ser/datasets';
import { featureStatistics, Normalizer, type FeatureStatistics, type NormalizerOptions } from '@ser/dsp';
import { ExperimentError } from '../../errors.js';
import { featuresOf, featuresOfRows, type ExtractedClips } from '../../features/extractedClips.js';

/**
 * A normalizer for each speaker, and a separate one for each kind of augmented copy, fitted on all clips of that speaker,
 * whatever their labels. A test speaker has only test clips, so only these are used.
 *
 * @param rows rows of the clips to normalize
 * @throws {SerError} `too-few-clips` for a speaker with only one clip, whose features would all become 0
 */
export function speakerNormalizers(
  clips: ExtractedClips,
  rows: Iterable<number>,
  options: NormalizerOptions,
): { of(row: number): Normalizer } {
  const groups = groupsOf(clips, rows);
  const normalizers = new Map(
    [...groups].map(([key, rows]) => [key, Normalizer.of(statisticsOf(clips, rows), options)]),
  );
  return { of: (row) => normalizers.get(groupKey(clips.utterances[row]!))! };
}

/**
 * The normalizer of the average training speaker, for unknown speakers: the mean of the speakers'
 * means and of their variances, first over the speakers of each corpus, then over the corpora, so that every corpus has
 * the same weight.
 *
 * @param train rows to train on, including augmented copies
 */
export function averageSpeaker(
  clips: ExtractedClips,
  train: readonly number[],
  options: NormalizerOptions,
): Normalizer {
  const corpora = new Map<string, FeatureStatistics[]>();
  for (const rows of groupsOf(clips, train).values()) {
    const { corpus } = clips.utterances[rows[0]!]!;
    corpora.set(corpus, [...(corpora.get(corpus) ?? []), statisticsOf(clips, rows)]);
  }
  const averages = [...corpora.values()].map((speakers) => average(speakers));
  return Normalizer.of(average(averages), options);
}

/** Rows by speaker and kind of augmented copy. */
function groupsOf(
  { utterances }: ExtractedClips,
  rows: Iterable<number>,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = groupKey(utterances[row]!);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** `ravdess/03` for recordings, `ravdess/03#1` for their second copies. */
function groupKey(utterance: Utterance): string {
  const { id } = utterance;
  return speakerKey(utterance) + id.slice(sourceOf(id).length);
}

function statisticsOf(clips: ExtractedClips, rows: readonly number[]): FeatureStatistics {
  if (rows.length < 2 && featuresOf(clips, rows[0]!).nFrames < 2) {
    const utterance = clips.utterances[rows[0]!]!;
    throw new ExperimentError(
      'too-few-clips',
      `Every speaker must have at least 2 clips for per-speaker normalization; got 1 of speaker ${speakerKey(utterance)}, ` +
        `${utterance.path}. Add clips of this speaker, or set \`normalize\` to \`train\`.`,
      { file: utterance.path },
    );
  }
  return featureStatistics(featuresOfRows(clips, rows));
}

/** Mean of the means, and square root of the mean variance. */
function average(all: readonly FeatureStatistics[]): FeatureStatistics {
  const { names } = all[0]!;
  const meanOf = (value: (one: FeatureStatistics, i: number) => number) =>
    Float64Array.from(names, (_, i) => all.reduce((sum, one) => sum + value(one, i), 0) / all.length);
  return {
    names,
    mean: meanOf(({ mean }, i) => mean[i]!),
    deviation: meanOf(({ deviation }, i) => deviation[i]! ** 2).map(Math.sqrt),
  };
}
