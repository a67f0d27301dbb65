import { loadClassifier, type Classifier, type ClassifierFiles } from '@ser/classifiers';
import { SerError } from '@ser/core';
import { importModels, type OpenEngine } from './optionalPackages.js';

/** Turns the saved files of one classifier, `model.json` and `weights.bin`, into a classifier. */
export type ClassifierLoader = (files: ClassifierFiles) => Classifier | Promise<Classifier>;

export interface ClassifierLoaderOptions {
  /**
   * The compute engine: 'auto', the name of an engine of `@ser/models` such as 'tfjs-cpu', or an engine that its
   * `openEngine` opened. With 'auto', plain JavaScript runs all models without convolutions or recurrent layers, and
   * the best engine of `@ser/models` runs the others.
   *
   * @default 'auto'
   */
  readonly engine?: string | OpenEngine;
  /**
   * Loads the classifiers instead of `engine`. Use it in bundles that cannot load `@ser/models` while they run:
   * `(files) => loadClassifier(files, engine)`, with `loadClassifier` from `@ser/models`.
   *
   * @default by `engine`
   */
  readonly loadClassifier?: ClassifierLoader | undefined;
}

/** The loader that the options ask for. An engine is opened once, when the first classifier needs it. */
export function classifierLoader({ engine = 'auto', ...options }: ClassifierLoaderOptions): ClassifierLoader {
  if (options.loadClassifier) return options.loadClassifier;
  const onEngine = loaderOnEngine(engine);
  if (engine !== 'auto') return onEngine;
  return async (files) => {
    try {
      return loadClassifier(files);
    } catch (error) {
      if (!(error instanceof SerError) || error.code !== 'unsupported-network') throw error;
      return onEngine(files);
    }
  };
}

function loaderOnEngine(engine: string | OpenEngine): ClassifierLoader {
  let opening: Promise<ClassifierLoader> | undefined;
  const open = async (): Promise<ClassifierLoader> => {
    const models = await importModels();
    const opened = typeof engine === 'string' ? await models.openEngine(engine) : engine;
    return (files) => models.loadClassifier(files, opened);
  };
  return async (files) => {
    opening ??= open();
    return (await opening)(files);
  };
}
