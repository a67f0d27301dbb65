import { allEngines } from '../allEngines.js';
import { cnn1dTests } from './cnn1dTests.js';

cnn1dTests(allEngines);
