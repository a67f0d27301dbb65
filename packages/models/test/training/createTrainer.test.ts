import { mainEngines } from '../mainEngines.js';
import { trainerTests } from './trainerTests.js';

trainerTests(mainEngines);
