/**
 * Median milliseconds of our features in headless Chromium; `null` if Chromium is not installed.
 *
 *     tsx --conditions=@ser/source programs/worksInChromium.ts
 */
import { fileURLToPath } from 'node:url';
import { findChromium } from '@ser-tools/release-checks/chromium';
import { pageAnswer } from '@ser-tools/release-checks/pageAnswer';
import type { SystemTimes } from '../src/all/works.js';

const chromium = findChromium();
const root = fileURLToPath(new URL('../browser/works', import.meta.url));
const times =
  chromium === undefined
    ? null
    : await pageAnswer<SystemTimes & { readonly error?: string }>(chromium, root, { sources: true });
if (times?.error !== undefined) throw new Error(times.error);
console.log(JSON.stringify(times));
