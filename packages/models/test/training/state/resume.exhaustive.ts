import { allEngines } from '../../allEngines.js';
import { resumeTests } from './resumeTests.js';

resumeTests(allEngines);
