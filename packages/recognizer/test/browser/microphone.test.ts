import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { microphone } from '../../src/browser.js';

interface FakeNode {
  readonly port: { onmessage: ((event: { data: Float32Array }) => void) | null };
}

/** A page with one microphone at 44.1 kHz. */
class FakePage {
  readonly nodes: FakeNode[] = [];
  readonly requested: unknown[] = [];
  closed = 0;
  stopped = 0;
  ended: () => void = () => undefined;
  failure: Error | undefined;

  readonly globals = {
    navigator: {
      mediaDevices: {
        getUserMedia: (constraints: unknown) => {
          this.requested.push(constraints);
          return this.failure === undefined ? Promise.resolve(this.#stream) : Promise.reject(this.failure);
        },
      },
    },
    AudioContext: fakeContext(this),
    AudioWorkletNode: fakeNode(this),
  };

  readonly #stream = {
    getTracks: () => [
      {
        stop: () => this.stopped++,
        addEventListener: (_: string, listener: () => void) => (this.ended = listener),
      },
    ],
  };

  post(...values: number[]): void {
    this.nodes[0]!.port.onmessage?.({ data: Float32Array.from(values) });
  }
}

function fakeContext(page: FakePage) {
  return class {
    readonly sampleRate = 44100;
    readonly audioWorklet = { addModule: () => Promise.resolve() };
    createMediaStreamSource() {
      return { connect: () => undefined };
    }
    resume() {
      return Promise.resolve();
    }
    close() {
      page.closed++;
      return Promise.resolve();
    }
  };
}

function fakeNode(page: FakePage) {
  return class implements FakeNode {
    readonly port: FakeNode['port'] = { onmessage: null };
    constructor() {
      page.nodes.push(this);
    }
  };
}

let page: FakePage;

beforeEach(() => {
  page = new FakePage();
  for (const [name, value] of Object.entries(page.globals)) vi.stubGlobal(name, value);
});

afterEach(() => vi.unstubAllGlobals());

describe('microphone', () => {
  it('gives the samples at the rate of the device, until it is stopped', async () => {
    const { chunks, sampleRate, stop } = await microphone();
    page.post(1, 2);
    page.post(3);
    stop();
    page.post(4);
    const read: number[] = [];
    for await (const chunk of chunks) read.push(...chunk);
    expect(sampleRate).toBe(44100);
    expect(read).toEqual([1, 2, 3]);
    expect(page).toMatchObject({ closed: 1, stopped: 1 });
  });

  it('asks for the plain signal, or for telephony', async () => {
    (await microphone({ deviceId: 'desk' })).stop();
    (await microphone({ voiceProcessing: true })).stop();
    const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
    expect(page.requested).toEqual([
      { audio: { deviceId: { exact: 'desk' }, ...plain } },
      { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } },
    ]);
  });

  it('closes the device when the reader stops reading', async () => {
    const { chunks } = await microphone();
    page.post(1);
    for await (const chunk of chunks) if (chunk.length > 0) break;
    expect(page).toMatchObject({ closed: 1, stopped: 1 });
  });

  it('ends with the reason of the signal', async () => {
    const abort = new AbortController();
    const { chunks } = await microphone({ signal: abort.signal });
    const next = chunks.next();
    abort.abort(new Error('enough'));
    await expect(next).rejects.toThrow('enough');
    expect(page.stopped).toBe(1);
  });

  it('reports a microphone that is removed', async () => {
    const { chunks } = await microphone();
    page.post(1);
    page.ended();
    expect((await chunks.next()).value).toEqual(Float32Array.of(1));
    await expect(chunks.next()).rejects.toMatchObject({ code: 'microphone-disconnected' });
  });

  it('reports audio that nobody reads, instead of losing some', async () => {
    const { chunks } = await microphone({ maxDelay: 0.0001 });
    page.post(1, 2, 3, 4, 5);
    await expect(chunks.next()).rejects.toMatchObject({ code: 'microphone-overrun' });
    expect(page.closed).toBe(1);
  });

  it.each([
    ['NotAllowedError', 'microphone-denied'],
    ['SecurityError', 'microphone-denied'],
    ['NotFoundError', 'microphone-not-found'],
    ['OverconstrainedError', 'microphone-not-found'],
    ['NotReadableError', 'microphone-busy'],
  ])('turns %s into %s', async (name, code) => {
    page.failure = Object.assign(new Error(), { name });
    await expect(microphone()).rejects.toMatchObject({ code, cause: page.failure });
  });

  it('is unavailable outside of a secure page', async () => {
    vi.stubGlobal('AudioContext', undefined);
    await expect(microphone()).rejects.toMatchObject({ code: 'microphone-unavailable' });
  });
});
