import { RecognizerError } from '../errors.js';
import type { RecognizerFiles } from '../recognizerFile.js';

/** How many emotions the general model tells apart: all seven, or angry, happy, sad and neutral only. */
export type GeneralClasses = 7 | 4;

/** A model, and the labels it is to choose from. */
export interface GeneralModel {
  readonly files: RecognizerFiles;
  /** Absent for all of them. */
  readonly labels?: readonly string[];
}

/** What is used of `@ser/pretrained`: an optional package of data, whose types need not be there. */
interface PretrainedPackage {
  modelFiles(name: 'general'): Promise<RecognizerFiles>;
  readonly models: { readonly general: { readonly fourClasses: readonly string[] } };
}

/**
 * The model in the box, from `@ser/pretrained`.
 *
 * @throws {SerError} `no-pretrained-model` when that package is not installed or its files cannot be read;
 * `invalid-option`
 */
export async function generalModel(classes: GeneralClasses): Promise<GeneralModel> {
  if (classes !== 7 && classes !== 4) {
    throw new RecognizerError('invalid-option', `\`classes\` must be 7 or 4, got \`${String(classes)}\`.`);
  }
  const { modelFiles, models } = await importPretrained();
  const files = await modelFiles('general').catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new RecognizerError('no-pretrained-model', `The general model cannot be read: ${why}`, { cause });
  });
  return { files, ...(classes === 4 && { labels: models.general.fourClasses }) };
}

/** Bundlers find the name in the call; the compiler does not look for a package that may be absent. */
async function importPretrained(): Promise<PretrainedPackage> {
  try {
    return (await import('@ser/pretrained' as string)) as PretrainedPackage;
  } catch (cause) {
    throw new RecognizerError(
      'no-pretrained-model',
      'The general model comes with @ser/pretrained, which is not installed. Run `npm install @ser/pretrained`, or load a model of your own.',
      { cause },
    );
  }
}
