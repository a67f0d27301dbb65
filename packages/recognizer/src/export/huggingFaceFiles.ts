import { type DescribedMember, modelCard } from '../format/modelCard.js';
import type { RecognizerFiles } from '../format/modelFiles.js';
import type { RecognizerCard } from '../format/recognizerCard.js';

/** A recognizer that can be exported; `Recognizer` has these members. */
export interface ExportableRecognizer {
  readonly labels: readonly string[];
  readonly sampleRate: number;
  readonly card: RecognizerCard;
  readonly members: readonly DescribedMember[];
  toOnnx(): Promise<Uint8Array>;
}

/**
 * A recognizer as the files of a Hugging Face repository: `config.json` with `id2label`, `preprocessor_config.json` with the
 * sample rate and the features, `onnx/model.onnx`, and the model card as `README.md`.
 *
 * The features are not part of the graph: compute them with `@ser/dsp`, `@ser/encoder`, or `ser features`.
 *
 * @throws {SerError} as `Recognizer.toOnnx`
 *
 * @example
 * for (const [path, bytes] of Object.entries(await huggingFaceFiles(recognizer))) await write(path, bytes);
 */
export async function huggingFaceFiles(recognizer: ExportableRecognizer): Promise<RecognizerFiles> {
  const { labels, sampleRate, members, card } = recognizer;
  const config = {
    architectures: ['SerRecognizer'],
    model_type: 'ser',
    problem_type: 'single_label_classification',
    num_labels: labels.length,
    id2label: Object.fromEntries(labels.map((label, id) => [String(id), label])),
    label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
  };
  const preprocessor = {
    feature_extractor_type: 'SerFeatureExtractor',
    sampling_rate: sampleRate,
    features: distinct(members.map(({ features }) => features)),
  };
  return {
    'config.json': json(config),
    'preprocessor_config.json': json(preprocessor),
    'onnx/model.onnx': await recognizer.toOnnx(),
    'README.md': new TextEncoder().encode(
      `${frontMatter(card)}${modelCard({ labels, members, card })}${usage}`,
    ),
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** `license: other`, because the licenses of the recordings apply. */
function frontMatter({ uar, trainedOn }: RecognizerCard): string {
  const measured = uar === undefined ? [] : ['metrics:', '- recall'];
  const names = trainedOn.map(({ license }) => license).join('; ');
  return [
    '---',
    'license: other',
    `license_name: ${JSON.stringify(names === '' ? 'unknown' : names)}`,
    'pipeline_tag: audio-classification',
    'library_name: onnx',
    'tags:',
    '- speech-emotion-recognition',
    '- audio',
    ...measured,
    '---',
    '',
    '',
  ].join('\n');
}

const usage = `
## Usage with ONNX Runtime

\`onnx/model.onnx\` takes features and returns probabilities. Its metadata contains the labels, the sample rate, and the
description of the features, which \`ser features\` computes.

\`\`\`py
import json, numpy as np, onnxruntime

session = onnxruntime.InferenceSession("onnx/model.onnx")
metadata = session.get_modelmeta().custom_metadata_map
features = np.load("features.npy")  # ser features clips/ --model MODEL --out features.npy
(probabilities,) = session.run(None, {session.get_inputs()[0].name: features})
print(json.loads(metadata["labels"])[probabilities[0].argmax()])
\`\`\`
`;
