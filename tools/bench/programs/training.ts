/** Five epochs of the recipe ravdess-cnn on 1152 examples, default engine, one thread. */
import { performance } from 'node:perf_hooks';
import { findRecipe } from '@ser/experiments';
import { createClassifier, openEngine } from '@ser/models';
import type { Timing } from '../src/timing/compareTimes.js';
import { formulaExamples } from '../src/formula.js';
import { rejectWarning } from '../src/engines/rejectWarning.js';

const engine = await openEngine('auto', { threads: 1 });
const { members, labels, seed } = findRecipe('ravdess-cnn');
const { classifier: description, training } = members[0]!;
const shape = { inputShape: [130, 40], nClasses: labels.length };
const classifier = createClassifier(description, { ...shape, engine, seed });
const options = { ...training, seed, onWarning: rejectWarning };

const { x: few, y: fewClasses } = formulaExamples(shape, 64);
await classifier.fit(few, fewClasses, { ...options, epochs: 1 });
const { x, y } = formulaExamples(shape, 1152);
const began = performance.now();
await classifier.fit(x, y, { ...options, epochs: 5 });
const seconds = (performance.now() - began) / 1000;
console.log(JSON.stringify({ seconds, what: engine.description } satisfies Timing));
process.exit(); // workers of WebAssembly threads would keep the process alive
