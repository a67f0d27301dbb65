import type { EnsembleMember } from '../ensemble/ensemble.js';
import type { RecognizerParts } from '../ensemble/recognizerParts.js';
import { columnsOf } from '../ensemble/restrictLabels.js';
import { RecognizerError } from '../errors.js';
import { type ExportedMember, importModels } from '../load/optionalPackages.js';

/** What a recognizer exports. */
export type ExportParts = Pick<RecognizerParts, 'labels' | 'card' | 'restrictTo' | 'taught'> & {
  readonly members: readonly EnsembleMember[];
};

/** Version of the entries of the metadata. */
const format = 'ser-onnx-1';

/**
 * Writes the steps from features to probabilities as an ONNX file: normalizers, frame encoders, classifiers, and the weighted
 * mean.
 *
 * The inputs are float32 `[N, nFeatures]`, or `[N, nFrames, nFeatures]` for features of frames: `features`, or one for each
 * feature description. The output `probabilities` is float32 `[N, nLabels]`. The metadata has `format`, `labels`,
 * `sample_rate`, `features`, `feature_names`, `recipe`, and `licenses`; lists and objects are JSON.
 *
 * @throws {SerError} `invalid-option` for a taught model; `package-missing` if `@ser/models` is not installed;
 *   `unsupported-layer` or `unsupported-option` for a network that ONNX cannot express
 */
export async function exportOnnx({
  labels,
  members,
  card,
  restrictTo,
  taught,
}: ExportParts): Promise<Uint8Array> {
  if (taught !== undefined) throw notExported();
  const inputs = new Inputs(members);
  const exported: ExportedMember[] = [];
  for (const { name, weight, extractor, normalizer, encoder, classifier } of members) {
    exported.push({
      ...{ name, weight, normalizer, input: inputs.nameOf(extractor) },
      ...(encoder && { encoder: encoder.save() }),
      classifier: await classifier.save(),
    });
  }
  const metadata = {
    ...{ format, recipe: card.recipe },
    labels: JSON.stringify(restrictTo ?? labels),
    sample_rate: String(members[0]!.features.sampleRate),
    features: JSON.stringify(inputs.record(({ plan }) => plan.description)),
    feature_names: JSON.stringify(inputs.record(({ plan }) => plan.names)),
    licenses: JSON.stringify([...new Set(card.trainedOn.map(({ license }) => license))]),
  };
  const columns = restrictTo && columnsOf(labels, restrictTo);
  const { recognizerToOnnx } = await importModels('An ONNX file');
  return recognizerToOnnx({ inputs: inputs.list(), members: exported, columns, metadata });
}

function notExported(): RecognizerError {
  return new RecognizerError(
    'invalid-option',
    'What a model was taught cannot be part of an ONNX file. Export the model before it was taught.',
  );
}

type Extractor = EnsembleMember['extractor'];

/** The inputs of the graph, one for each feature description: `features`, or `features_NAME` of its first classifier. */
class Inputs {
  readonly #names = new Map<Extractor, string>();

  constructor(members: readonly EnsembleMember[]) {
    const extractors = new Set(members.map(({ extractor }) => extractor));
    for (const { name, extractor } of members) {
      if (this.#names.has(extractor)) continue;
      this.#names.set(
        extractor,
        extractors.size === 1 ? 'features' : `features_${name.replaceAll('-', '_')}`,
      );
    }
  }

  nameOf(extractor: Extractor): string {
    return this.#names.get(extractor)!;
  }

  list() {
    return [...this.#names].map(([{ plan }, name]) => {
      const { nFrames, nFeatures } = plan;
      return { name, nFrames, nFeatures };
    });
  }

  record<T>(valueOf: (extractor: Extractor) => T): Readonly<Record<string, T>> {
    return Object.fromEntries([...this.#names].map(([extractor, name]) => [name, valueOf(extractor)]));
  }
}
