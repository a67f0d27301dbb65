import { join } from 'node:path';
import { type ClassifierFiles, meanProbabilities } from '@ser/classifiers';
import { type FeatureDescription, Normalizer, type NormalizerJson } from '@ser/dsp';
import { type ClipPrediction, extract, predict, scan } from '@ser/experiments/steps';
import { type Engine, loadClassifier } from '@ser/models';
import type { ModelFiles } from '@ser/pretrained';

export interface TestModelOptions {
  /** Folder with a folder of each corpus. */
  readonly corpora: string;
  readonly cache?: string | undefined;
  readonly workers?: number;
  readonly engine: Engine;
}

interface RecognizerJson {
  readonly labels: readonly string[];
  readonly inputs: Readonly<
    Record<string, { readonly features: FeatureDescription; readonly normalizer: NormalizerJson }>
  >;
  readonly members: readonly { readonly name: string; readonly weight: number; readonly input: string }[];
}

/** The predictions of a model for all clips of a corpus that have one of its labels; features are cached. */
export async function testModel(
  files: ModelFiles,
  corpus: string,
  { corpora, engine, cache, workers }: TestModelOptions,
): Promise<readonly ClipPrediction[]> {
  const { labels, inputs, members } = JSON.parse(
    new TextDecoder().decode(files['recognizer.json']),
  ) as RecognizerJson;
  const data = [{ corpus, folder: join(corpora, corpus) }];
  const listing = await scan({ corpora: [corpus], labels, data });
  const each: (readonly ClipPrediction[])[] = [];
  for (const { name, input } of members) {
    const { features, normalizer } = inputs[input]!;
    const clips = await extract(listing, { features, cache, workers });
    const loaded = Normalizer.fromJSON(normalizer);
    const classifier = await loadClassifier(filesOf(files, name), engine);
    const preparation = { classifier, normalizer: { of: () => loaded, forUnseenSpeakers: loaded } };
    const test = [...clips.utterances.keys()];
    each.push(await predict(clips, preparation, { test, labels, fold: corpus }));
    classifier.dispose();
  }
  const weights = members.map(({ weight }) => weight);
  return each[0]!.map((first, i) => ({
    ...first,
    probabilities: meanProbabilities(
      each.map((ofMember) => ofMember[i]!.probabilities),
      weights,
    ),
  }));
}

/** The files of a classifier, by their names in its folder. */
function filesOf(files: ModelFiles, member: string): ClassifierFiles {
  const own = Object.entries(files).filter(([name]) => name.startsWith(`${member}/`));
  return Object.fromEntries(own.map(([name, bytes]) => [name.slice(member.length + 1), bytes]));
}
