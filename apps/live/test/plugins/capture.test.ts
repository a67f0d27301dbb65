import { captureProgram } from '@ser/recognizer/browser';
import { expect, it } from 'vitest';
import { capture } from '../../plugins/capture.js';

it('writes the program of the audio thread as a file', () => {
  const files: unknown[] = [];
  const generate = capture().generateBundle as unknown as (this: object) => void;
  generate.call({ emitFile: (file: unknown) => files.push(file) });
  expect(files).toEqual([{ type: 'asset', fileName: 'capture.js', source: captureProgram }]);
});
