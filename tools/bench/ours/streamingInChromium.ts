/**
 * How soon a live recogniser answers in headless Chromium; `null` where there is none.
 *
 *     tsx --conditions=@ser/source ours/streamingInChromium.ts
 */
import { fileURLToPath } from 'node:url';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { pageAnswer } from '@ser-tools/release-checks/pageAnswer';
import type { PageCourse } from '../src/streamingBench.js';

const chromium = findChromium();
const root = fileURLToPath(new URL('../browser/streaming', import.meta.url));
const course =
  chromium === undefined ? null : await pageAnswer<PageCourse>(chromium, root, { sources: true });
if (course?.error !== undefined) throw new Error(course.error);
console.log(JSON.stringify(course));
