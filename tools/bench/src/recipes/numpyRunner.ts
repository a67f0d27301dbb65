import { pythonProgram } from '../runProgram.js';
import { pythonRunner } from './pythonRunner.js';

/** Runs the recipe `functionals` in NumPy: `reference/peers/functionals.py` on the split of our run. */
export const numpyRunner = pythonRunner(
  pythonProgram('peers/functionals'),
  ({ numpy, scipy }) => `NumPy ${numpy}, SciPy ${scipy}`,
);
