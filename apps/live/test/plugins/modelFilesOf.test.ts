import { expect, it } from 'vitest';
import { isOfWorker, modelFilesOf } from '../../plugins/modelFilesOf.js';

it('lists what each model needs', () => {
  const names = ['liveWorker', 'general', 'general-small', 'emodb', 'onnxWasm', 'models'];
  const files = names.map((name) => ({ file: `assets/worker/${name}-B3x_9-aQ.js`, bytes: 1 }));
  const page = { file: 'assets/page-12345678.js', bytes: 1 };
  const models = modelFilesOf([...files, page]);
  expect(models['general']!.map(({ file }) => file.slice(14, -12))).toEqual([
    'liveWorker',
    'general',
    'onnxWasm',
  ]);
  expect(models['general-small']!.map(({ file }) => file.slice(14, -12))).toEqual([
    'liveWorker',
    'general-small',
  ]);
  expect(isOfWorker(page.file)).toBe(false);
});
