import { onnxEngine } from '../mainEngines.js';
import { networkTests } from './networkTests.js';

networkTests(onnxEngine, ['adam']);
