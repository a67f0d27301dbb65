import { allEngines } from '../allEngines.js';
import { optimizerTests } from './optimizerTests.js';

optimizerTests(allEngines);
