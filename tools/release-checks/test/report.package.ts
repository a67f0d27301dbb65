import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../src/browser.js';
import { findChromium } from '../src/chromium.js';
import { ser } from '../src/ser.js';
import { type Visit, visitPage } from '../src/visitPage.js';

const chromium = findChromium();
const skipped = chromium === undefined ? ' (skipped: no Chromium found; CHROME_PATH names one)' : '';

describe.skipIf(chromium === undefined)(`the pages that a run leaves, in Chromium${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ser-report-'));
  let browser: Browser;

  beforeAll(() => {
    ser(folder, 'demo', '--out', 'demo', '--epochs', '3');
    const recipe = {
      ...(JSON.parse(ser(folder, 'recipes', 'show', 'synthetic-voices')) as object),
      name: 'tiny',
    };
    const text = JSON.stringify({ ...recipe, sourceSplit: { kind: 'random' } });
    writeFileSync(join(folder, 'recipe.json'), text);
    const data = ['--data', 'ravdess=demo/corpus'];
    ser(folder, 'train', '--recipe', 'recipe.json', ...data, '--out', 'run');
    ser(
      folder,
      'evaluate',
      '--model',
      'run/model',
      ...data,
      '--allow-trained-speakers',
      '--out',
      'evaluation',
    );
    ser(folder, 'compare', 'run', 'demo/run', '--out', 'comparison.html');
    browser = new Browser(chromium!);
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (page: string, width: number, colorScheme: 'light' | 'dark', scripts = true) =>
    visitPage(browser, pathToFileURL(join(folder, page)).href, { width, colorScheme, scripts });

  const pages = ['run/report.html', 'evaluation/report.html', 'comparison.html'];
  const views = pages.flatMap((page) =>
    [1280, 400].flatMap((width) => [[page, width, 'light'] as const, [page, width, 'dark'] as const]),
  );

  describe.each(views)('%s, %i px wide, %s', (page, width, colorScheme) => {
    let visit: Visit;

    beforeAll(async () => {
      visit = await open(page, width, colorScheme);
    });

    afterAll(() => visit.close());

    it('has nothing to complain of and asks the network for nothing', () => {
      expect(visit.complaints).toEqual([]);
      expect(visit.requests).toEqual([]);
    });

    it('is no wider than the window, nor is any of its charts', async () => {
      const widest = `Math.max(document.documentElement.scrollWidth,
        ...[...document.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect().right))`;
      expect(await visit.evaluate<number>(widest)).toBeLessThanOrEqual(width);
    });

    it('gives every chart a name, a description, and its figures below it', async () => {
      const lacking = `[...document.querySelectorAll('svg')].filter((svg) =>
        svg.getAttribute('role') !== 'img' || !svg.querySelector(':scope > title')?.textContent ||
        !svg.querySelector(':scope > desc')?.textContent || !svg.closest('figure')?.querySelector('details')
      ).length`;
      expect(await visit.evaluate<number>(lacking)).toBe(0);
      expect(await visit.evaluate<number>('document.querySelectorAll("svg").length')).toBeGreaterThan(0);
    });

    it('is written in the colors of the reader, and readable in them (WCAG AA)', async () => {
      const ground = await visit.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 24, 29)');
      const poor = await visit.evaluate<string[]>(poorContrasts);
      expect(poor).toEqual([]);
    });
  });

  it('a report says all it has to say where scripts are off', async () => {
    const on = await open('run/report.html', 1280, 'light');
    const off = await open('run/report.html', 1280, 'light', false);
    const text = 'document.body.innerText';
    expect(await off.evaluate<string>(text)).toBe(await on.evaluate<string>(text));
    expect(await off.evaluate<string>('document.querySelector("h1").innerText')).toMatch(/^Trained on/);
    for (const visit of [on, off]) await visit.close();
  });

  it('keeps both protocols side by side, with what the gap between them means', async () => {
    const visit = await open('run/report.html', 1280, 'light');
    const text = await visit.evaluate<string>('document.body.innerText');
    expect(text).toContain('Comparison with the source’s split');
    expect(text).toMatch(/On unseen speakers, the UAR is \d/);
    await visit.close();
  });

  it.each(['light', 'dark'] as const)('each chart stands by itself as a file, %s', async (colorScheme) => {
    const charts = join(folder, 'run/charts');
    const files = readdirSync(charts).filter((file) => file.endsWith('.svg'));
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const visit = await open(join('run/charts', file), 800, colorScheme);
      const surface = `getComputedStyle(document.querySelector('.surface')).fill`;
      expect(await visit.evaluate<string>(surface)).toBe(
        colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 24, 29)',
      );
      expect([file, ...visit.complaints, ...visit.requests]).toEqual([file]);
      expect(JSON.parse(readFileSync(join(charts, file.replace('.svg', '.vl.json')), 'utf8'))).toHaveProperty(
        '$schema',
      );
      await visit.close();
    }
  });
});

/** Runs in the page: texts, outside charts, whose contrast with what lies behind them is below 4.5. */
const poorContrasts = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = (color) => {
    const [r, g, b] = channels(color).slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isClear = (color) => channels(color)[3] === 0;
  const groundOf = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return isClear(color) && element.parentElement ? groundOf(element.parentElement) : color;
  };
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !element.closest('svg') && hasText(element))
    .filter((element) => {
      const [low, high] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05) < 4.5;
    })
    .map((element) => element.tagName + ': ' + element.textContent.slice(0, 40));
})()`;
