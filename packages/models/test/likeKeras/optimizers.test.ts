import { onnxEngine } from '../mainEngines.js';
import { optimizerTests } from './optimizerTests.js';

optimizerTests([onnxEngine]);
optimizerTests(['tfjs-wasm'], 2);
