import type { ModelName } from './models.js';

/**
 * Where each file lies. Bundlers find files by this very form, `new URL('…', import.meta.url)`, and so it is written
 * out for each.
 */
export const modelUrls: Readonly<Record<ModelName, Readonly<Record<string, () => URL>>>> = {
  general: {
    'recognizer.json': () => new URL('../models/general/recognizer.json', import.meta.url),
    'model.json': () => new URL('../models/general/model.json', import.meta.url),
    'weights.bin': () => new URL('../models/general/weights.bin', import.meta.url),
    'README.md': () => new URL('../models/general/README.md', import.meta.url),
  },
  emodb: {
    'recognizer.json': () => new URL('../models/emodb/recognizer.json', import.meta.url),
    'model.json': () => new URL('../models/emodb/model.json', import.meta.url),
    'weights.bin': () => new URL('../models/emodb/weights.bin', import.meta.url),
    'README.md': () => new URL('../models/emodb/README.md', import.meta.url),
  },
};
