import { describe, expect, it, vi } from 'vitest';
import type { Reply, Request } from '../../src/worker/protocol.js';
import { WorkerClient, type WorkerLike } from '../../src/worker/workerClient.js';

/** A worker that keeps what it receives; the test answers. */
function fakeWorker() {
  const received: Request[] = [];
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => void received.push(message),
  };
  const open = vi.fn(() => worker);
  const reply = (data: Reply) => worker.onmessage!({ data } as MessageEvent<Reply>);
  return { worker, received, open, reply };
}

describe('WorkerClient', () => {
  it('opens the worker with the first call', () => {
    const { open } = fakeWorker();
    const client = new WorkerClient(open);
    expect(open).not.toHaveBeenCalled();
    void client.call('stop', undefined);
    void client.call('stop', undefined);
    expect(open).toHaveBeenCalledOnce();
  });

  it('gives each call its own answer, in any order', async () => {
    const { open, reply, received } = fakeWorker();
    const client = new WorkerClient(open);
    const first = client.call('forget', { speaker: 'a', ids: ['1'] });
    const second = client.call('save', { speaker: 'a' });
    reply({ id: 2, answer: Uint8Array.of(7) });
    reply({ id: 1, answer: { labels: ['calm'] } });
    expect(await second).toEqual(Uint8Array.of(7));
    expect(await first).toEqual({ labels: ['calm'] });
    expect(received).toEqual([
      { id: 1, call: 'forget', argument: { speaker: 'a', ids: ['1'] } },
      { id: 2, call: 'save', argument: { speaker: 'a' } },
    ]);
  });

  it('rejects with the code of the failure', async () => {
    const { open, reply } = fakeWorker();
    const call = new WorkerClient(open).call('save', { speaker: 'a' });
    reply({ id: 1, failure: { code: 'no-model', message: 'Choose one.' } });
    await expect(call).rejects.toMatchObject({ code: 'no-model', message: 'Choose one.' });
  });

  it('passes on the failure of the stream, and that of the worker to all calls', async () => {
    const { open, reply, worker } = fakeWorker();
    const client = new WorkerClient(open);
    const codes: string[] = [];
    client.onNotice = (notice) => notice.type === 'failure' && codes.push(notice.failure.code);
    const call = client.call('save', { speaker: 'a' });
    reply({ notice: { type: 'failure', failure: { code: 'invalid-audio', message: 'x' } } });
    worker.onerror!({ message: 'out of memory' } as ErrorEvent);
    await expect(call).rejects.toMatchObject({ code: 'worker-failed' });
    expect(codes).toEqual(['invalid-audio', 'worker-failed']);
  });
});
