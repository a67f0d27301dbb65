import { Teaching } from '@ser/classifiers';
import { RandomStream } from '@ser/core';
import { median } from '../median.js';

/** Milliseconds of the method alone, without the features of the clip. */
export interface MethodTime {
  /** To teach one clip beside 100 others, and to recognize one clip with that. */
  readonly teach: number;
  /** To estimate how well other clips are recognized. */
  readonly estimate: number;
}

/** As of the model `general`. */
const [nFeatures, nClasses] = [2304, 7];
const nTaught = 100;
const nRounds = 20;

/** Random features: the time does not depend on their values. Runs in Node and in browsers. */
export function timeMethod(): MethodTime {
  const random = new RandomStream(1);
  const row = () => Float32Array.from({ length: nFeatures }, () => random.normal());
  const scores = () => Array.from({ length: nClasses }, () => random.normal());
  const teaching = new Teaching({ nFeatures, nClasses });
  for (let i = 0; i < nTaught; i++)
    teaching.teach({ id: `${i}`, row: row(), scores: scores(), label: i % nClasses });
  const times = Array.from({ length: nRounds }, (_, i) => {
    const one = { id: 'one more', row: row(), scores: scores(), label: i % nClasses };
    return milliseconds(() => {
      teaching.teach(one);
      teaching.fit().scores(one.row, one.scores);
    });
  });
  return { teach: median(times), estimate: milliseconds(() => teaching.heldOutScores()) };
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
