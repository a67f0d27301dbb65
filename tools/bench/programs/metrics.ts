/**
 * Every metric of 100,000 predictions with an interval from 1,000 resamples of 100 speakers. Reports the processor time
 * of all threads (one computes; Node.js collects garbage and compiles in others), which other programs affect little.
 */
import { type Outcome, confidenceIntervals, metricNames } from '@ser/metrics';
import type { Timing } from '../src/timing/compareTimes.js';
import { formulaNumbers } from '../src/formulaNumbers.js';

const nItems = 100_000;
const nClasses = 8;
const groups = Array.from({ length: nItems }, (_, item) => `speaker ${item % 100}`);

/** Predictions of a softmax, of which about half are correct. */
function predictions(): Outcome {
  const numbers = formulaNumbers(nItems * (nClasses + 1), 1);
  const actual = Int32Array.from({ length: nItems }, (_, item) =>
    Math.floor(((numbers[item]! + 1) / 2) * nClasses),
  );
  const probabilities = new Float64Array(nItems * nClasses);
  const predicted = actual.map((right, item) => {
    const row = probabilities.subarray(item * nClasses, (item + 1) * nClasses);
    for (let label = 0; label < nClasses; label++) {
      row[label] = Math.exp(3 * numbers[nItems + item * nClasses + label]! + (label === right ? 1.5 : 0));
    }
    const sum = row.reduce((total, value) => total + value, 0);
    for (let label = 0; label < nClasses; label++) row[label]! /= sum;
    return row.indexOf(Math.max(...row));
  });
  return { actual, predicted, nClasses, probabilities };
}

const outcome = predictions();
const began = process.cpuUsage();
const intervals = confidenceIntervals({ outcome, groups, nResamples: 1000, seed: 1 });
const { user, system } = process.cpuUsage(began);
const seconds = (user + system) / 1e6;
const what = `@ser/metrics, processor time, ${Object.keys(intervals).length} of ${metricNames.length} metrics, UAR ${intervals.uar!.value.toFixed(3)}`;
console.log(JSON.stringify({ seconds, what } satisfies Timing));
