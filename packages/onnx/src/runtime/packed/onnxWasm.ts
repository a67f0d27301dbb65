import { packOnnxWasm } from './packOnnxRuntime.js';

/** The WebAssembly of ONNX Runtime: gzip, then base64. The build replaces this module by one that contains the text. */
export default /'(.*)'/.exec(await packOnnxWasm())![1]!;
