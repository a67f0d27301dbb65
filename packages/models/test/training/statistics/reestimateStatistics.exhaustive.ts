import { allEngines } from '../../allEngines.js';
import { reestimateTests } from './reestimateTests.js';

reestimateTests(allEngines);
