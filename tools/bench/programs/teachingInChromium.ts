/**
 * Time to teach a clip in headless Chromium; `null` if Chromium is not installed.
 *
 *     tsx --conditions=@ser/source programs/teachingInChromium.ts
 */
import { fileURLToPath } from 'node:url';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { pageAnswer } from '@ser-tools/release-checks/pageAnswer';
import type { MethodTime } from '../src/teaching/timeMethod.js';

const chromium = findChromium();
const root = fileURLToPath(new URL('../browser/teaching', import.meta.url));
const measurement =
  chromium === undefined
    ? null
    : await pageAnswer<MethodTime & { readonly error?: string }>(chromium, root, { sources: true });
if (measurement?.error !== undefined) throw new Error(measurement.error);
console.log(JSON.stringify(measurement));
