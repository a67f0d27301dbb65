import type { Classifier, ClassifierFiles, FrameEncoderFiles } from '@ser/classifiers';
import type { FeatureDescription, FeatureSource, Normalizer } from '@ser/dsp';
import { RecognizerError } from '../errors.js';
import type { RecognizerFiles } from '../format/modelFiles.js';
import type { BundledName } from './bundledModel.js';

// The packages below are optional peers, which need not be installed: their types are described here, the casts keep
// the compiler from resolving them, and each `import()` is within a `try`, which tells bundlers that it may fail.
/* eslint @typescript-eslint/no-unnecessary-type-assertion: 'off' */

/** An engine opened by `openEngine` of @ser/models. */
export interface OpenEngine {
  readonly name: string;
  /** Library, version, and threads, in one line. */
  readonly description: string;
}

/** The exports of @ser/models used here. */
export interface ModelsPackage {
  readonly openEngine: (name: string) => Promise<OpenEngine>;
  readonly loadClassifier: (files: ClassifierFiles, engine: OpenEngine) => Promise<Classifier>;
  readonly recognizerToOnnx: (recognizer: ExportedRecognizer) => Promise<Uint8Array>;
}

/** `ExportedRecognizer` of @ser/models. */
interface ExportedRecognizer {
  readonly inputs: readonly {
    readonly name: string;
    readonly nFrames: number | undefined;
    readonly nFeatures: number;
  }[];
  readonly members: readonly ExportedMember[];
  readonly columns?: readonly number[] | undefined;
  readonly metadata: Readonly<Record<string, string>>;
}

/** `ExportedMember` of @ser/models. */
export interface ExportedMember {
  readonly name: string;
  readonly weight: number;
  readonly input: string;
  readonly normalizer: Pick<Normalizer, 'kind' | 'mean' | 'scale' | 'clip'>;
  readonly encoder?: FrameEncoderFiles;
  readonly classifier: ClassifierFiles;
}

/** The exports of @ser/pretrained used here. */
export interface PretrainedPackage {
  readonly modelFiles: (name: BundledName) => Promise<RecognizerFiles>;
  readonly models: Readonly<Record<BundledName, { readonly fourClasses: readonly string[] }>>;
}

/** The exports of @ser/encoder used here. */
export interface EncoderPackage {
  readonly openFeatures: (
    description: FeatureDescription,
    options: { readonly offline: boolean },
  ) => Promise<FeatureSource>;
}

/** @throws {SerError} `package-missing` */
export async function importModels(what = 'This network or engine'): Promise<ModelsPackage> {
  try {
    return (await import('@ser/models' as string)) as ModelsPackage;
  } catch (cause) {
    throw missing('@ser/models', what, cause);
  }
}

/** @throws {SerError} `package-missing` */
export async function importPretrained(): Promise<PretrainedPackage> {
  try {
    return (await import('@ser/pretrained' as string)) as PretrainedPackage;
  } catch (cause) {
    throw missing('@ser/pretrained', 'A bundled model', cause);
  }
}

/** @throws {SerError} `package-missing` */
export async function importEncoder(): Promise<EncoderPackage> {
  try {
    return (await import('@ser/encoder' as string)) as EncoderPackage;
  } catch (cause) {
    throw missing('@ser/encoder', "The feature 'encoder' of this model", cause);
  }
}

function missing(name: string, what: string, cause: unknown): RecognizerError {
  return new RecognizerError(
    'package-missing',
    `${what} needs the package ${name}, which cannot be imported. Install it with \`npm install ${name}\`.`,
    { cause },
  );
}
