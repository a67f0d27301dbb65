import { allEngines } from '../allEngines.js';
import { fitTests } from './fitTests.js';

fitTests(allEngines);
