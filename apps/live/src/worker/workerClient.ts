import { LiveError } from './failure.js';
import type { Answer, Argument, CallName, Notice, Reply, Request } from './protocol.js';

/** The parts of `Worker` used here. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: Request, transfer?: Transferable[]): void;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The worker, as the page sees it: calls with answers, and notices. */
export class WorkerClient {
  /** Called with what the worker tells without being asked. */
  onNotice: (notice: Notice) => void = () => undefined;
  readonly #open: () => WorkerLike;
  #opened: WorkerLike | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #nCalls = 0;

  /** @param open is called with the first call */
  constructor(open: () => WorkerLike) {
    this.#open = open;
  }

  call<C extends CallName>(
    call: C,
    argument: Argument<C>,
    transfer: Transferable[] = [],
  ): Promise<Awaited<Answer<C>>> {
    const id = ++this.#nCalls;
    this.#worker().postMessage({ id, call, argument }, transfer);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
    });
  }

  /** Adds audio to the stream. The samples are moved, not copied. */
  push(chunk: Float32Array<ArrayBuffer>): void {
    this.#worker().postMessage({ chunk }, [chunk.buffer]);
  }

  #worker(): WorkerLike {
    if (this.#opened) return this.#opened;
    const worker = this.#open();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onerror = ({ message }) => this.#failAll(message ?? 'its script cannot be loaded');
    this.#opened = worker;
    return worker;
  }

  #receive(reply: Reply): void {
    if ('notice' in reply) return this.onNotice(reply.notice);
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('failure' in reply) waiting?.reject(new LiveError(reply.failure));
    else waiting?.resolve(reply.answer);
  }

  #failAll(reason: string): void {
    const failure = {
      code: 'worker-failed',
      message: `The page's worker stopped: ${reason}. Load the page again.`,
    };
    for (const { reject } of this.#waiting.values()) reject(new LiveError(failure));
    this.#waiting.clear();
    this.onNotice({ type: 'failure', failure });
  }
}
