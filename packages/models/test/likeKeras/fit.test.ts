import { mainEngines } from '../mainEngines.js';
import { fitTests } from './fitTests.js';

fitTests(mainEngines, 2);
