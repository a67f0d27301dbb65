import type { Outcome } from '@ser/metrics';
import { formulaNumbers } from '../formulaNumbers.js';

/** A population of speakers, and how well a model recognizes them. Spreads and difficulties are in log odds. */
export interface Population {
  readonly name: string;
  /** Standard deviation of how well speakers are recognized overall. */
  readonly speakerSpread: number;
  /** Additional standard deviation of how well a speaker's clips of one class are recognized. */
  readonly classSpread: number;
  /** A share of the speakers that is recognized worse, and by how much. @default none */
  readonly odd?: { readonly share: number; readonly penalty: number };
}

/** Number of clips of each class per speaker, as in RAVDESS, and the log odds that those of an average speaker are recognized. */
const classes = [
  { clips: 4, ease: -0.9 },
  { clips: 8, ease: -0.5 },
  { clips: 8, ease: -0.2 },
  { clips: 8, ease: 0 },
  { clips: 8, ease: 0.2 },
  { clips: 8, ease: 0.5 },
  { clips: 8, ease: 0.8 },
  { clips: 8, ease: 1.2 },
];

export const populations: readonly Population[] = [
  { name: 'speakers differ evenly', speakerSpread: 0.45, classSpread: 0.5 },
  {
    name: 'one speaker in eight is recognized far worse',
    speakerSpread: 0.3,
    classSpread: 0.5,
    odd: { share: 1 / 8, penalty: 1.5 },
  },
];

/** The true UAR, over all clips of the whole population. */
export function trueUar({ speakerSpread, classSpread, odd }: Population): number {
  const spread = Math.hypot(speakerSpread, classSpread);
  const { share, penalty } = odd ?? { share: 0, penalty: 0 };
  const recalls = classes.map(
    ({ ease }) => (1 - share) * meanChance(ease, spread) + share * meanChance(ease - penalty, spread),
  );
  return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}

/** Predictions for the clips of some speakers. */
export interface Sample {
  readonly outcome: Outcome;
  /** The speaker of each clip. */
  readonly speakers: readonly string[];
}

/** Some of the speakers, each with all clips; a wrong answer is any of the other classes. */
export function drawSpeakers(population: Population, nSpeakers: number, seed: number): Sample {
  const next = uniformNumbers(nSpeakers * 200, seed);
  const [actual, predicted, speakers]: [number[], number[], string[]] = [[], [], []];
  for (let speaker = 0; speaker < nSpeakers; speaker++) {
    const { share, penalty } = population.odd ?? { share: 0, penalty: 0 };
    const isOdd = next() < share;
    const ability = population.speakerSpread * normal(next) - (isOdd ? penalty : 0);
    for (const [label, { clips, ease }] of classes.entries()) {
      const chance = logistic(ease + ability + population.classSpread * normal(next));
      for (let clip = 0; clip < clips; clip++) {
        const isRight = next() < chance;
        const others = 1 + Math.floor(next() * (classes.length - 1));
        actual.push(label);
        predicted.push(isRight ? label : (label + others) % classes.length);
        speakers.push(`speaker ${speaker}`);
      }
    }
  }
  return { outcome: { actual, predicted, nClasses: classes.length }, speakers };
}

/** The mean of the logistic function over a normal distribution, by the trapezoidal rule. */
function meanChance(middle: number, spread: number): number {
  let [sum, total] = [0, 0];
  for (let z = -8; z <= 8; z += 1 / 64) {
    const weight = Math.exp((-z * z) / 2);
    sum += weight * logistic(middle + spread * z);
    total += weight;
  }
  return sum / total;
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Box and Muller's method. */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** At most `n` numbers in [0, 1). */
function uniformNumbers(n: number, seed: number): () => number {
  const numbers = formulaNumbers(n, seed).values();
  return () => (numbers.next().value! + 1) / 2;
}
