import { pythonProgram } from '../runProgram.js';
import { pythonRunner } from './pythonRunner.js';

/** Runs a recipe with a network in Keras: `reference/peers/run.py` on the split of our run. */
export const kerasRunner = pythonRunner(pythonProgram('peers/run'), ({ keras }) => `Keras ${keras}`);
