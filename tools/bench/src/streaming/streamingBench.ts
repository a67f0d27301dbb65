import { availableParallelism } from 'node:os';
import { type Bench, numberOption } from '../bench.js';
import { runTypeScript } from '../runProgram.js';
import { markdownTable } from '../markdownTable.js';

/** Duration as wall time and as processor time, which other programs affect little. */
export interface Milliseconds {
  readonly wall: number;
  readonly cpu: number;
}

/** The measurement of a live recognizer in one process. */
export interface StreamingMeasurement {
  /** The model and its engine. */
  readonly what: string;
  /** Median for the features of a window of 3 s. */
  readonly features: Milliseconds;
  /** Median from a window of 3 s to the prediction, with speech detection, features, and network. */
  readonly answer: Milliseconds;
  readonly streamedSeconds: number;
  readonly nWindows: number;
  /** Seconds of processor time per second of sound, with a window of 3 s each second. */
  readonly realTimeFactor: number;
  /** Resident memory after each tenth of the stream, in MiB, after garbage collection. */
  readonly memoryMb: readonly number[];
}

/** The measurement in a page of headless Chromium, in milliseconds of wall time. */
export interface PageMeasurement {
  readonly what: string;
  /** Whether the page was isolated across origins. */
  readonly isolated: boolean;
  readonly features: number;
  readonly answer: number;
  /** Set if it failed. */
  readonly error?: string;
}

/** Largest growth over the last nine tenths of the stream, in MiB. */
const bound = 20;

/** Largest processor time of a prediction, in milliseconds. */
const goal = 30;

/** Latency of a live recognizer, and whether its memory stays constant over an hour. */
export const streamingBench: Bench = {
  name: 'streaming',
  description:
    'live windows of 3 s: latency in Node and Chromium, real-time factor, memory over an hour of sound',
  run(options) {
    const seconds = numberOption('seconds', options, 3600);
    const course = runTypeScript<StreamingMeasurement>('streaming', { args: [seconds] });
    console.log(report(course));
    for (const threads of [1, availableParallelism()]) {
      console.log(
        pageReport(runTypeScript<PageMeasurement | null>('streamingInChromium', { args: [threads] })),
      );
    }
    const { memoryMb, answer } = course;
    const growth = Math.max(...memoryMb.slice(1)) - memoryMb[0]!;
    if (growth > bound)
      throw new Error(`Memory must not grow by more than ${bound} MiB; it grew by ${growth.toFixed(0)} MiB.`);
    if (answer.cpu > goal) {
      throw new Error(
        `A prediction must take at most ${goal} ms of processor time; it takes ${answer.cpu.toFixed(1)} ms.`,
      );
    }
  },
};

function report({ what, features, answer, nWindows, ...course }: StreamingMeasurement): string {
  const { streamedSeconds, realTimeFactor, memoryMb } = course;
  const rows = [
    ['features of 3 s, ms (processor time)', times(features)],
    ['3 s to prediction, ms (processor time)', times(answer)],
    ['real-time factor, one window per second', realTimeFactor.toFixed(4)],
    [`MiB after each tenth of ${streamedSeconds} s`, memoryMb.map((mb) => mb.toFixed(0)).join(' ')],
    ['windows', String(nWindows)],
  ];
  return markdownTable([what, ''], rows);
}

function pageReport(course: PageMeasurement | null): string {
  if (course === null)
    return '\nChromium was not measured, because none was found. Set CHROME_PATH to its program.';
  const rows = [
    ['features of 3 s, ms', course.features.toFixed(1)],
    ['3 s to prediction, ms', course.answer.toFixed(1)],
  ];
  const page = `headless Chromium, ${course.isolated ? 'isolated' : 'plain'} page`;
  return `\n${markdownTable([`${page}: ${course.what}`, ''], rows)}`;
}

function times({ wall, cpu }: Milliseconds): string {
  return `${wall.toFixed(1)} (${cpu.toFixed(1)})`;
}
