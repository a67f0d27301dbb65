import { readFile } from 'node:fs/promises';
import { captureProgram } from '@ser/recognizer/browser';
import { expect, it } from 'vitest';

it('serves the program of the audio thread as a file', async () => {
  const file = await readFile(new URL('../../public/capture.js', import.meta.url), 'utf8');
  expect(file.slice(file.indexOf('registerProcessor(')).trim()).toBe(captureProgram);
});
