import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { chromiumFlags, endProcess } from './chromium.js';

/** What a command of the DevTools protocol answers, or an event tells. */
export type Message = Readonly<Record<string, unknown>>;

interface Reply {
  readonly resolve: (result: Message) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A Chromium without a window, spoken to through a pipe in its DevTools protocol; there is no port and no library.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/
 */
export class Browser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #replies = new Map<number, Reply>();
  readonly #listeners = new Set<(method: string, params: Message, session: string | undefined) => void>();
  #commands = 0;
  #unread = '';

  /** @param settings more flags of Chromium */
  constructor(chromium: string, settings: readonly string[] = []) {
    this.#profile = mkdtempSync(join(tmpdir(), 'ser-browser-'));
    const own = ['--remote-debugging-pipe', `--user-data-dir=${this.#profile}`];
    const flags = [...chromiumFlags, ...settings, ...own];
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    this.#process = spawn(chromium, [...flags, 'about:blank'], { stdio: [...stdio], detached: true });
    const answers = this.#process.stdio[4] as Duplex;
    answers.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    (this.#process.stdio[3] as Duplex).on('error', () => {});
    this.#process.once('exit', () => this.#fail(new Error('Chromium has ended.')));
  }

  /** Sends a command to the browser, or with `session` to a page of it. */
  send(method: string, params: Message = {}, session?: string): Promise<Message> {
    const id = ++this.#commands;
    const command = { id, method, params, ...(session !== undefined && { sessionId: session }) };
    (this.#process.stdio[3] as Duplex).write(`${JSON.stringify(command)}\0`);
    return new Promise((resolve, reject) => this.#replies.set(id, { resolve, reject }));
  }

  /** Calls back with every event until the function it returns is called. */
  listen(listener: (method: string, params: Message, session: string | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await endProcess(this.#process);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** Messages end in a zero byte, and may come in pieces. */
  #read(text: string): void {
    const [first = '', ...rest] = text.split('\0');
    const pieces = [this.#unread + first, ...rest];
    this.#unread = pieces.pop()!;
    for (const piece of pieces) this.#take(JSON.parse(piece) as Message);
  }

  #take({ id, method, params, result, error, sessionId }: Message): void {
    if (typeof id !== 'number') {
      for (const listener of this.#listeners)
        listener(method as string, params as Message, sessionId as string);
      return;
    }
    const reply = this.#replies.get(id);
    this.#replies.delete(id);
    if (error) reply?.reject(new Error((error as { readonly message: string }).message));
    else reply?.resolve(result as Message);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#replies.values()) reject(error);
    this.#replies.clear();
  }
}
