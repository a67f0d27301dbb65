import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A row of the list of utterances. */
export interface UtteranceRow {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** As shown. */
  readonly percent: string;
}

/** Longest wait for the page, in ms; a busy machine is slow. */
const patience = 180_000;

/** The page in a browser, as a user operates it. */
export class LivePage {
  readonly page: Page;
  /** Errors and warnings of scripts, and addresses that were requested. */
  readonly complaints: string[] = [];
  readonly requests: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patience);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** Opens the page in a profile of its own. */
  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<LivePage> {
    const context = await browser.newContext(options);
    return LivePage.again(await context.newPage(), url);
  }

  /** Opens the page in the profile of another one. */
  static async again(page: Page, url: string): Promise<LivePage> {
    const live = new LivePage(page);
    await page.goto(url);
    await page.waitForSelector('#load');
    return live;
  }

  async loadSmallModel(): Promise<void> {
    await this.page.check('input[value="general-small"]');
    await this.page.click('#load');
    await this.page.waitForSelector('#listen');
  }

  /** Loads a model file. */
  async loadArchive(name: string, bytes: Uint8Array): Promise<void> {
    const file = { name, mimeType: 'application/x-tar', buffer: Buffer.from(bytes) };
    await this.page.setInputFiles('input[accept=".tar"]', file);
    await this.page.waitForSelector('#listen');
  }

  /** Waits for a number of utterances of the selected speaker. */
  async waitForUtterances(n: number): Promise<void> {
    await this.page
      .locator('tr[data-start]')
      .nth(n - 1)
      .waitFor();
  }

  /** The utterances of the selected speaker, the first one first. */
  async utterances(): Promise<UtteranceRow[]> {
    const rows = await this.page.locator('tr[data-start]').evaluateAll((elements) =>
      (elements as HTMLTableRowElement[]).map(({ dataset, cells }) => ({
        start: Number(dataset['start']),
        end: Number(dataset['end']),
        label: dataset['label']!,
        percent: cells[2]!.textContent,
      })),
    );
    return rows.reverse();
  }

  /** Records a clip of an emotion, and waits until it is learned. */
  async teach(label: string, nClips: number): Promise<void> {
    await this.page.selectOption('#emotion', label);
    await this.page.click('#record');
    await this.page.locator('.tags li', { hasText: `${label} × ${nClips}` }).waitFor();
    await this.page.locator('#record:enabled').waitFor();
  }

  /** The bytes of the file that a button downloads. */
  async download(label: string): Promise<Uint8Array> {
    const downloaded = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: label }).click();
    return new Uint8Array(readFileSync(await (await downloaded).path()));
  }

  /** The first whole percent of an element's text. */
  async percentOf(selector: string): Promise<number> {
    return Number(/(\d+)%/.exec((await this.page.textContent(selector))!)![1]);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
