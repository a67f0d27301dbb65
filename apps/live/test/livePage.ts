import { setTimeout } from 'node:timers/promises';
import type { Browser } from '@ser-tools/release-checks/browser';
import { type Visit, visitPage } from '@ser-tools/release-checks/visitPage';

/** A row of the list of utterances. */
export interface UtteranceRow {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** As shown. */
  readonly percent: string;
}

/** Longest wait for the page, in s; a busy machine is slow. */
const patience = 300;

/** The page in a browser, as a user operates it. */
export class LivePage {
  readonly visit: Visit;

  private constructor(visit: Visit) {
    this.visit = visit;
  }

  static async open(
    browser: Browser,
    url: string,
    width = 1280,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<LivePage> {
    const page = new LivePage(await visitPage(browser, url, { width, colorScheme }));
    await page.waitFor('#load');
    return page;
  }

  /** Loads the small model. */
  async loadSmallModel(): Promise<void> {
    await this.click('input[value="general-small"]');
    await this.waitFor('input[value="general-small"]:checked');
    await setTimeout(500); // the page draws
    await this.click('#load');
    await this.waitFor('#listen');
  }

  async click(selector: string): Promise<void> {
    await this.visit.evaluate(`document.querySelector('${selector}').click()`);
  }

  async clickButton(label: string): Promise<void> {
    const named = `[...document.querySelectorAll('button')].find(({ textContent }) => textContent === '${label}')`;
    await this.visit.evaluate(`${named}.click()`);
  }

  async waitFor(selector: string): Promise<void> {
    await this.until(`document.querySelector('${selector}') !== null`);
  }

  /** Waits until an expression in the page is true. */
  async until(expression: string): Promise<void> {
    for (let tries = 0; tries < patience * 5; tries++) {
      if (await this.visit.evaluate<boolean>(expression)) return;
      await setTimeout(200);
    }
    const shown = await this.visit.evaluate<string>('document.body.innerText');
    throw new Error(`${expression} must become true in the page. It shows: ${shown}`);
  }

  /** The utterances, the first one first. */
  async utterances(): Promise<UtteranceRow[]> {
    const rows = await this.visit.evaluate<UtteranceRow[]>(
      `[...document.querySelectorAll('tr[data-start]')].map(({ dataset, cells }) => ({
        start: Number(dataset.start),
        end: Number(dataset.end),
        label: dataset.label,
        percent: cells[2].textContent,
      }))`,
    );
    return rows.reverse();
  }

  /** The bytes of the file that a button downloads. */
  async download(label: string): Promise<Uint8Array> {
    await this.visit.evaluate(`{
      const create = URL.createObjectURL;
      window.saved = undefined;
      URL.createObjectURL = (blob) => {
        const reader = new FileReader();
        reader.onload = () => (window.saved = reader.result.split(',')[1]);
        reader.readAsDataURL(blob);
        URL.createObjectURL = create;
        return create.call(URL, blob);
      };
    }`);
    await this.clickButton(label);
    await this.until('window.saved !== undefined');
    return new Uint8Array(Buffer.from(await this.visit.evaluate<string>('window.saved'), 'base64'));
  }
}
