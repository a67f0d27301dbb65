import { allEngines } from '../allEngines.js';
import { trainerTests } from './trainerTests.js';

trainerTests(allEngines);
