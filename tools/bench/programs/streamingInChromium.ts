/**
 * Latency of a live recognizer in headless Chromium; `null` if Chromium is not installed. With more than one thread, the
 * page is isolated across origins, as threads require.
 *
 *     tsx --conditions=@ser/source programs/streamingInChromium.ts THREADS
 */
import { fileURLToPath } from 'node:url';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { pageAnswer } from '@ser-tools/release-checks/pageAnswer';
import type { PageMeasurement } from '../src/streaming/streamingBench.js';

const chromium = findChromium();
const root = fileURLToPath(new URL('../browser/streaming', import.meta.url));
const threads = Number(process.argv[2]);
const options = { sources: true, isolated: threads > 1, query: `?threads=${threads}` };
const measurement =
  chromium === undefined ? null : await pageAnswer<PageMeasurement>(chromium, root, options);
if (measurement?.error !== undefined) throw new Error(measurement.error);
console.log(JSON.stringify(measurement));
