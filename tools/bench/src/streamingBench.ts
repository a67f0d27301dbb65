import { type Bench, numberOption } from './bench.js';
import { ours } from './contestants.js';
import { markdownTable } from './markdownTable.js';

/** How long something takes: by the clock, and of the processor alone, which other programs hardly lengthen. */
export interface Milliseconds {
  readonly wall: number;
  readonly cpu: number;
}

/** What one process measured of a live recogniser. */
export interface StreamingCourse {
  /** The model and what computes it. */
  readonly what: string;
  /** The features of a window of 3 s: the median. */
  readonly features: Milliseconds;
  /** From a window of 3 s to the answer, with speech detection, features and network: the median. */
  readonly answer: Milliseconds;
  readonly streamedSeconds: number;
  readonly nWindows: number;
  /** Seconds of a processor for a second of sound, with a window of 3 s each second. */
  readonly realTimeFactor: number;
  /** Resident memory after each tenth of the stream, in MiB, garbage collected. */
  readonly memoryMb: readonly number[];
}

/** What a page of headless Chromium measured, in milliseconds by the clock: a page has no other. */
export interface PageCourse {
  readonly what: string;
  readonly features: number;
  readonly answer: number;
  /** Set where it failed. */
  readonly error?: string;
}

/** Growth over the last nine tenths of the stream that is still called flat, in MiB. */
const bound = 20;

/** How long an answer keeps a processor at the most, in milliseconds. */
const goal = 30;

/** How soon a live recogniser answers, and whether memory stays flat over an hour. */
export const streamingBench: Bench = {
  name: 'streaming',
  what: 'windows of 3 s, live: milliseconds to the answer, real-time factor, memory over an hour of sound; one thread; the answer in Chromium',
  run(options) {
    const seconds = numberOption('seconds', options, 3600);
    const course = ours<StreamingCourse>('streaming', { args: [seconds] });
    console.log(report(course));
    console.log(pageReport(ours<PageCourse | null>('streamingInChromium')));
    const { memoryMb, answer } = course;
    const growth = Math.max(...memoryMb.slice(1)) - memoryMb[0]!;
    if (growth > bound) throw new Error(`Memory grew by ${growth.toFixed(0)} MiB.`);
    if (answer.cpu > goal) {
      throw new Error(`An answer takes ${answer.cpu.toFixed(1)} ms of the processor, over ${goal}.`);
    }
  },
};

function report({ what, features, answer, nWindows, ...course }: StreamingCourse): string {
  const { streamedSeconds, realTimeFactor, memoryMb } = course;
  const rows = [
    ['features of 3 s, ms (of the processor)', times(features)],
    ['3 s to the answer, ms (of the processor)', times(answer)],
    ['real-time factor, a window each second', realTimeFactor.toFixed(4)],
    [`MiB after each tenth of ${streamedSeconds} s`, memoryMb.map((mb) => mb.toFixed(0)).join(' ')],
    ['windows', String(nWindows)],
  ];
  return markdownTable([what, ''], rows);
}

function pageReport(course: PageCourse | null): string {
  if (course === null) return '\nIn Chromium: not measured, none was found (CHROME_PATH names one).';
  const rows = [
    ['features of 3 s, ms', course.features.toFixed(1)],
    ['3 s to the answer, ms', course.answer.toFixed(1)],
  ];
  return `\n${markdownTable([`headless Chromium: ${course.what}`, ''], rows)}`;
}

function times({ wall, cpu }: Milliseconds): string {
  return `${wall.toFixed(1)} (${cpu.toFixed(1)})`;
}
