import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endProcess } from '@ser-tools/release-checks/chromium';
import { BidiConnection } from './bidiConnection.js';

/** The Firefox that `FIREFOX_PATH` names, or the first on the path; undefined where there is none. */
export function findFirefox(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = ['firefox', 'firefox-esr'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env['FIREFOX_PATH'] ?? [], onPath].flat().find((path) => existsSync(path));
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** A page in Firefox without a window, in a new profile, operated over WebDriver BiDi. */
export class FirefoxPage {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #connection: BidiConnection;
  readonly #context: string;

  private constructor(program: ChildProcess, profile: string, connection: BidiConnection, context: string) {
    this.#process = program;
    this.#profile = profile;
    this.#connection = connection;
    this.#context = context;
  }

  static async open(firefox: string, url: string): Promise<FirefoxPage> {
    const profile = mkdtempSync(join(tmpdir(), 'ser-firefox-'));
    const options = ['--headless', '--remote-debugging-port', '0', '--no-remote', '--profile', profile];
    const program = spawn(firefox, options, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    const connection = await BidiConnection.open(`${await addressOf(program)}/session`);
    await connection.send('session.new', { capabilities: {} });
    const tree = (await connection.send('browsingContext.getTree', {})) as {
      readonly contexts: readonly [{ readonly context: string }];
    };
    const [{ context }] = tree.contexts;
    await connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return new FirefoxPage(program, profile, connection, context);
  }

  /** The value of an expression, as JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const { type, result, exceptionDetails } = (await this.#connection.send('script.evaluate', {
      ...{
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        awaitPromise: true,
      },
      target: { context: this.#context },
    })) as Evaluated;
    if (type === 'exception') throw new Error(exceptionDetails!.text);
    return JSON.parse(result.value as string) as T;
  }

  /** Waits until an expression is true. */
  async waitUntil(expression: string): Promise<void> {
    while (!(await this.evaluate<boolean>(expression))) await wait(100);
  }

  /** Waits until the page has a number of elements. */
  async waitFor(selector: string, n = 1): Promise<void> {
    await this.waitUntil(`document.querySelectorAll(${JSON.stringify(selector)}).length >= ${n}`);
  }

  async click(selector: string): Promise<void> {
    await this.waitFor(selector);
    await this.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  async setFiles(selector: string, files: readonly string[]): Promise<void> {
    const { nodes } = (await this.#connection.send('browsingContext.locateNodes', {
      ...{ context: this.#context, locator: { type: 'css', value: selector } },
    })) as { readonly nodes: readonly [{ readonly sharedId: string }] };
    const element = { sharedId: nodes[0].sharedId };
    await this.#connection.send('input.setFiles', { context: this.#context, element, files });
  }

  async close(): Promise<void> {
    this.#connection.close();
    await endProcess(this.#process);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Firefox writes where it listens. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    program.once('exit', () => reject(new Error(`Firefox ended before it listened: ${text}`)));
    program.stderr!.on('data', (part: Buffer) => {
      text += part.toString();
      const address = /listening on (ws:\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
