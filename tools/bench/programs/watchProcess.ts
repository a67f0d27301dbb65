/**
 * Loaded before the command that is measured: writes its peak resident memory, its time, and the longest delay of its
 * event loop after the start to the file `SER_BENCH_WATCH`.
 */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ProcessMeasures } from '../src/longRecording/measureSer.js';

/** Milliseconds during which modules and the model are loaded; they are not counted. */
const startTime = 5000;

const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
setTimeout(() => delay.reset(), startTime).unref();

process.on('exit', () => {
  const milliseconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const measures: ProcessMeasures = {
    seconds: performance.now() / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    residentMb: maxRSS / 1024,
    delay: {
      median: milliseconds(delay.percentile(50)),
      p99: milliseconds(delay.percentile(99)),
      longest: milliseconds(delay.max),
    },
  };
  writeFileSync(process.env['SER_BENCH_WATCH']!, JSON.stringify(measures));
});
