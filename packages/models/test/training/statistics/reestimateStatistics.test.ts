import { mainEngines } from '../../mainEngines.js';
import { reestimateTests } from './reestimateTests.js';

reestimateTests(mainEngines);
