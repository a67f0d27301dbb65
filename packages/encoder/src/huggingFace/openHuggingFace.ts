import { type OnnxRuntimeOptions, openRuntime } from '@ser/onnx/runtime';
import { EncoderError } from '../errors.js';
import type { DownloadOptions } from '../files/downloadOptions.js';
import type { EncoderFile, EncoderFolder } from '../files/encoderFolder.js';
import { openFolder } from '../files/openFolder.js';
import { sha256 } from '../files/sha256.js';
import type { SpeechEncoder } from '../speechEncoder.js';
import { Graph } from './graph.js';
import { HuggingFaceEncoder } from './huggingFaceEncoder.js';
import { layerOutputs, outputsOf } from './layerOutputs.js';
import { type ModelConfig, readModelConfig } from './modelConfig.js';
import { readPreprocessorConfig } from './preprocessorConfig.js';
import { type GraphUse, useGraph } from './sharedGraphs.js';
import { WaveformInput } from './waveformInput.js';
import { WhisperInput } from './whisperInput.js';

export interface HuggingFaceOptions {
  /** Folder or base URL. */
  readonly location: string;
  /** The ONNX file, by its path below the folder. */
  readonly file: string | undefined;
  readonly layers: readonly number[];
  /** The checksum that the encoder must have. */
  readonly sha256: string | undefined;
  readonly runtime: OnnxRuntimeOptions;
  readonly files: DownloadOptions;
}

/** Paths of the graph, the most common one first. */
const graphFiles = {
  waveform: ['onnx/model.onnx', 'model.onnx'],
  whisper: ['onnx/encoder_model.onnx', 'encoder_model.onnx', 'onnx/model.onnx', 'model.onnx'],
} as const;

/**
 * Opens an encoder from an ONNX export in the Hugging Face layout.
 *
 * @throws {SerError} `encoder-not-found`, `invalid-encoder`, `unsupported-encoder`, `layer-unavailable`,
 *   `checksum-mismatch`, `download-failed`, `offline`, `cache-failed`, `engine-unavailable`
 */
export async function openHuggingFace(options: HuggingFaceOptions): Promise<SpeechEncoder> {
  const { runtime, layers } = options;
  const folder = openFolder(options.location, options.files);
  const [configFile, preprocessorFile] = [
    await requiredFile(folder, 'config.json'),
    await requiredFile(folder, 'preprocessor_config.json'),
  ];
  const config = readModelConfig(configFile);
  const preprocessor = readPreprocessorConfig(preprocessorFile, config);
  const input =
    config.kind === 'whisper' ? new WhisperInput(config) : new WaveformInput(config, preprocessor);
  const graphFile = await requiredFile(folder, ...pathsOf(options, config));
  const identity = await identityOf([configFile, preprocessorFile, graphFile]);
  requireIdentity(options, identity);
  const key = `${runtime.engine} ${runtime.threads} ${graphFile.sha256}`;
  const use = await useGraph(key, async () => Graph.open(await openRuntime(runtime), graphFile));
  try {
    await folder.keep();
    use.graph.requireInput(input.name);
    const outputs = outputsOf(layers, layerOutputs(use.graph.outputNames, config.nLayers));
    return new HuggingFaceEncoder({ layers, outputs, width: config.width, sha256: identity, input, use });
  } catch (error) {
    await endQuietly(use);
    throw error;
  }
}

async function requiredFile(folder: EncoderFolder, ...paths: readonly string[]): Promise<EncoderFile> {
  const file = await folder.read(...paths);
  if (file === undefined) throw folder.notFound(paths[0]!);
  return file;
}

function pathsOf({ file }: HuggingFaceOptions, { kind }: ModelConfig): readonly string[] {
  return file === undefined ? graphFiles[kind] : [file];
}

/** SHA-256 of an encoder: of the lines that `sha256sum` prints of its three files, sorted by path. */
async function identityOf(files: readonly EncoderFile[]): Promise<string> {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return sha256(sorted.map(({ path, sha256: sum }) => `${sum}  ${path}\n`).join(''));
}

function requireIdentity({ location, sha256: expected }: HuggingFaceOptions, actual: string): void {
  if (expected === undefined || expected === actual) return;
  throw new EncoderError(
    'checksum-mismatch',
    `The encoder at '${location}' must have the SHA-256 ${expected}; got ${actual}. It is another encoder or version ` +
      'than the one that the features were made with.',
    { file: location },
  );
}

async function endQuietly(use: GraphUse): Promise<void> {
  await use.end().catch(() => undefined); // the first error says more
}
