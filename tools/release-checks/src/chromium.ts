import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** For a browser without a window, that asks the network for nothing of its own. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that `CHROME_PATH` names, or the first on the path; undefined where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env['CHROME_PATH'] ?? [], onPath].flat().find(isProgram);
}

export interface OpenPage {
  /** What the browser wrote on standard error. */
  readonly complaints: () => string;
  close(): Promise<void>;
}

/** Opens a page in a browser without a window, in a new profile. */
export function openPage(chromium: string, url: string): OpenPage {
  const profile = mkdtempSync(join(tmpdir(), 'ser-chromium-'));
  const browser = spawn(chromium, [...chromiumFlags, `--user-data-dir=${profile}`, url], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let complaints = '';
  browser.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  return {
    complaints: () => complaints,
    async close() {
      await endProcess(browser);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Ends the browser and the processes that it started: they are one group. */
export function endProcess(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null || browser.pid === undefined) return Promise.resolve();
  const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  process.kill(-browser.pid, 'SIGKILL');
  return gone;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
