import { readFile } from 'node:fs/promises';

/**
 * The ONNX file in base64. The build replaces this module by one that contains the file, so that bundlers, pages and
 * workers load it without settings; the repository keeps the file once.
 */
export default await readFile(
  new URL('../../data/whisper-tiny.en-layers-1-3.onnx', import.meta.url),
  'base64',
);
