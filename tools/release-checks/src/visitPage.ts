import { setTimeout } from 'node:timers/promises';
import type { Browser, Message } from './browser.js';

export interface VisitOptions {
  /** Width of the window, px. */
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  /** Whether the page may run scripts. @default true */
  readonly scripts?: boolean;
}

/** An open page, with the messages and requests of the browser since it was opened. */
export interface Visit {
  /** Errors and warnings, of scripts, styles and the network. */
  readonly complaints: readonly string[];
  /** Requested addresses, without the page's own. */
  readonly requests: readonly string[];
  /** The value of an expression in the page, as JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Chooses a file in a file field, as a user does. */
  chooseFile(selector: string, file: string): Promise<void>;
  /** The part of the page between two heights, in px, as a PNG. */
  screenshot(top: number, bottom: number): Promise<Buffer>;
  close(): Promise<void>;
}

const height = 900;

/** Opens a page in a window of this width and with this color scheme. */
export async function visitPage(
  browser: Browser,
  url: string,
  { width, colorScheme, scripts = true }: VisitOptions,
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
    features: [{ name: 'prefers-color-scheme', value: colorScheme }],
  });
  await send('Emulation.setScriptExecutionDisabled', { value: !scripts });
  const { errorText } = await send('Page.navigate', { url });
  if (errorText !== undefined) throw new Error(`${url} cannot be opened: ${JSON.stringify(errorText)}.`);
  for (let tries = 0; !loaded && tries < 6000; tries++) await setTimeout(50);
  if (!loaded) throw new Error(`${url} was not loaded within five minutes.`);
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
