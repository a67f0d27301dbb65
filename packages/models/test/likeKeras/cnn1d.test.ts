import { mainEngines } from '../mainEngines.js';
import { cnn1dTests } from './cnn1dTests.js';

cnn1dTests(mainEngines);
