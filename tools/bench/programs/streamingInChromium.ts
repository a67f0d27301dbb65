/**
 * Latency of a live recognizer in headless Chromium; `null` if Chromium is not installed.
 *
 *     tsx --conditions=@ser/source programs/streamingInChromium.ts
 */
import { fileURLToPath } from 'node:url';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { pageAnswer } from '@ser-tools/release-checks/pageAnswer';
import type { PageMeasurement } from '../src/streaming/streamingBench.js';

const chromium = findChromium();
const root = fileURLToPath(new URL('../browser/streaming', import.meta.url));
const measurement =
  chromium === undefined ? null : await pageAnswer<PageMeasurement>(chromium, root, { sources: true });
if (measurement?.error !== undefined) throw new Error(measurement.error);
console.log(JSON.stringify(measurement));
