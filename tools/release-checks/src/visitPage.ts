import { setTimeout } from 'node:timers/promises';
import type { Browser, Message } from './browser.js';

export interface VisitOptions {
  /** Width of the window, px. */
  readonly width: number;
  readonly colourScheme: 'light' | 'dark';
  /** Whether the page may run scripts. @default true */
  readonly scripts?: boolean;
}

/** A page that lies open, and what the browser has said and asked for since it was opened. */
export interface Visit {
  /** Errors and warnings, of scripts, styles and the network. */
  readonly complaints: readonly string[];
  /** Addresses that were asked for, the page's own left out. */
  readonly requests: readonly string[];
  /** What an expression comes to in the page; it must be JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Gives a file to the field for one, as a user does who chooses it. */
  chooseFile(selector: string, file: string): Promise<void>;
  /** What lies between two heights of the page, px, as a PNG. */
  screenshot(top: number, bottom: number): Promise<Buffer>;
  close(): Promise<void>;
}

const height = 900;

/** Opens a page as a reader with that window and those colours would see it. */
export async function visitPage(
  browser: Browser,
  url: string,
  { width, colourScheme, scripts = true }: VisitOptions,
): Promise<Visit> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  const session = sessionId as string;
  const send = (method: string, params: Message = {}) => browser.send(method, params, session);
  const complaints: string[] = [];
  const requests: string[] = [];
  let loaded = false;
  const stop = browser.listen((method, params, from) => {
    if (from !== session) return;
    if (method === 'Page.loadEventFired') loaded = true;
    if (method === 'Network.requestWillBeSent') requests.push(requestOf(params));
    if (isComplaint(method)) complaints.push(JSON.stringify(params));
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network', 'Audits']) await send(`${domain}.enable`);
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: colourScheme }],
  });
  await send('Emulation.setScriptExecutionDisabled', { value: !scripts });
  const { errorText } = await send('Page.navigate', { url });
  if (errorText !== undefined) throw new Error(`${url} cannot be opened: ${String(errorText)}.`);
  for (let tries = 0; !loaded && tries < 200; tries++) await setTimeout(50);
  if (!loaded) throw new Error(`${url} was not loaded within ten seconds.`);
  return {
    complaints,
    get requests() {
      return requests.filter((address) => address !== url && !address.startsWith('data:'));
    },
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { readonly value: T }).value;
    },
    async chooseFile(selector, file) {
      const { root } = await send('DOM.getDocument');
      const { nodeId: within } = root as { readonly nodeId: number };
      const { nodeId } = await send('DOM.querySelector', { nodeId: within, selector });
      await send('DOM.setFileInputFiles', { nodeId, files: [file] });
    },
    async screenshot(top, bottom) {
      const clip = { x: 0, y: top, width, height: bottom - top, scale: 1 };
      const { data } = await send('Page.captureScreenshot', { clip, captureBeyondViewport: true });
      return Buffer.from(data as string, 'base64');
    },
    async close() {
      stop();
      await browser.send('Target.closeTarget', { targetId });
    },
  };
}

function requestOf({ request }: Message): string {
  return (request as { readonly url: string }).url;
}

function isComplaint(method: string): boolean {
  return ['Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded'].includes(method);
}
