import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { encodeWav } from '@ser/audio-io';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createServer } from '../src/index.js';
import { fakeRecognizer, speechLike } from './fakeRecognizer.js';

const wav = encodeWav(speechLike(3));
const servers: FastifyInstance[] = [];

async function start(options = {}, { recognizer } = fakeRecognizer()) {
  const server = await createServer(recognizer, options);
  servers.push(server);
  return server.listen({ port: 0, host: '127.0.0.1' });
}

async function post(url: string, body: RequestInit['body'], headers = {}) {
  const response = await fetch(url, { method: 'POST', body, headers });
  return { status: response.status, headers: response.headers, answer: await response.json() };
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe('POST /predict', () => {
  it('answers with the sorted scores of a recording', async () => {
    const { status, answer } = await post(`${await start()}/predict`, wav);
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      speech: true,
      label: 'middle',
      scores: [
        { label: 'middle', score: 0.5 },
        { label: 'high', score: expect.closeTo(0.3, 6) as number },
        { label: 'low', score: expect.closeTo(0.2, 6) as number },
      ],
    });
  });

  it('gives as many scores as asked for', async () => {
    const { answer } = await post(`${await start()}/predict?top=1`, wav);
    expect(answer).toMatchObject({ scores: [{ label: 'middle', score: 0.5 }] });
  });

  it('answers for each file of a form: a prediction, or the error of this file', async () => {
    const form = new FormData();
    form.append('a', new Blob([wav]), 'good.wav');
    form.append('b', new Blob(['not audio at all']), 'broken.wav');
    form.append('c', new Blob([wav]), 'also good.wav');
    const { status, answer } = await post(`${await start()}/predict`, form);
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      files: [
        { file: 'good.wav', label: 'middle' },
        { file: 'broken.wav', error: { code: 'not-audio' } },
        { file: 'also good.wav', label: 'middle' },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('ser-upload-');
  });

  it('answers over time, in windows or utterances', async () => {
    const url = await start();
    const windows = await post(`${url}/predict?window=1`, wav);
    expect((windows.answer as { segments: object[] }).segments[0]).toMatchObject({ start: 0, end: 1 });
    const { answer } = await post(`${url}/predict?utterances`, wav);
    const [utterance] = (answer as { utterances: { start: number; end: number; label: string }[] })
      .utterances;
    expect(utterance).toMatchObject({ label: 'middle' });
    expect(Math.abs(utterance!.start - 0.5)).toBeLessThan(0.2);
    expect(Math.abs(utterance!.end - 2.1)).toBeLessThan(0.2);
  });

  it('remembers a speaker by name, until told to forget', async () => {
    const url = await start();
    const clipsUsed = async () =>
      ((await post(`${url}/predict?session=ann`, wav)).answer as { clipsUsed: number }).clipsUsed;
    expect([await clipsUsed(), await clipsUsed()]).toEqual([0, 1]);
    expect((await fetch(`${url}/sessions/ann`, { method: 'DELETE' })).status).toBe(204);
    expect(await clipsUsed()).toBe(0);
  });

  it.each([
    ['not-audio', 415, 'some text', ''],
    ['no-recording', 400, new Uint8Array(0), ''],
    ['truncated-file', 400, wav.subarray(0, wav.length / 2), ''],
    ['audio-too-long', 413, wav, '?max'],
    ['upload-too-large', 413, new Uint8Array(200_000), ''],
    ['invalid-request', 400, wav, '?window=0'],
    ['invalid-request', 400, wav, '?speed=2'],
    ['invalid-request', 400, wav, '?session=a%20b'],
  ])('reports %s with status %i', async (code, expected, body, query) => {
    const limits = query === '?max' ? { maxSeconds: 1 } : { maxBytes: 100_000 };
    const url = `${await start(limits)}/predict${query === '?max' ? '' : query}`;
    const { status, answer } = await post(url, body, { 'content-type': 'audio/wav' });
    expect({ status, answer }).toMatchObject({ status: expected, answer: { error: { code } } });
  });

  it('rejects an upload that says that it is too large before it arrives', async () => {
    const { port } = new URL(await start({ maxBytes: 100_000 }));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('POST /predict HTTP/1.1\r\nHost: here\r\nContent-Length: 2000000000\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('HTTP/1.1 413');
    socket.destroy();
  });

  it('answers with 503 at once when too many wait', async () => {
    const { url, open, first } = await startWithOneRunning({ concurrency: 1, maxWaiting: 0 });
    const second = await post(url, wav);
    expect(second).toMatchObject({ status: 503, answer: { error: { code: 'server-busy' } } });
    expect(second.headers.get('retry-after')).toBe('5');
    open();
    expect((await first).status).toBe(200);
  });

  it('rejects a request that waits longer than its time limit', async () => {
    const { url, open, first } = await startWithOneRunning({ concurrency: 1, timeout: 1 });
    const { status, answer } = await post(url, wav);
    expect({ status, answer }).toMatchObject({ status: 503, answer: { error: { code: 'request-timeout' } } });
    open();
    await first;
  });

  it('finishes what is being recognized when it closes, and rejects what waits', async () => {
    const { url, open, first } = await startWithOneRunning({ concurrency: 1 });
    const second = post(url, wav);
    while (!(await metricsOf(url)).includes('ser_requests_waiting 1')) await pause();
    const closed = servers.pop()!.close();
    expect(await second).toMatchObject({ status: 503, answer: { error: { code: 'server-busy' } } });
    open();
    expect((await first).answer).toMatchObject({ label: 'middle' });
    await closed;
  });

  it('leaves nothing on a connection that many requests use', async () => {
    const url = await start();
    const connections: Socket[] = [];
    servers.at(-1)!.server.on('connection', (socket) => connections.push(socket));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const listeners: number[] = [];
    for (let i = 0; i < 4; i++) {
      expect(await statusOf(`${url}/predict`, agent)).toBe(200);
      listeners.push(connections[0]!.listenerCount('close'));
    }
    agent.destroy();
    expect(connections).toHaveLength(1);
    expect(new Set(listeners).size).toBe(1);
  });
});

/** A server that is recognizing one recording, until `open` is called. */
async function startWithOneRunning(options: object) {
  const fake = fakeRecognizer();
  let open: () => void = () => undefined;
  fake.classifier.gate = new Promise((resolve) => (open = resolve));
  const url = `${await start(options, fake)}/predict`;
  const first = post(url, wav);
  while (fake.classifier.nReceived === 0) await pause();
  return { url, open, first };
}

async function metricsOf(url: string): Promise<string> {
  return (await fetch(new URL('/metrics', url))).text();
}

/** The status of an upload over one of the agent's connections. */
async function statusOf(url: string, agent: Agent): Promise<number | undefined> {
  const sent = request(url, { method: 'POST', agent });
  sent.end(wav);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('access', () => {
  it('rejects requests without the token, except for health', async () => {
    const url = await start({ token: 'long enough' });
    const none = await post(`${url}/predict`, wav);
    expect(none).toMatchObject({ status: 401, answer: { error: { code: 'unauthorized' } } });
    expect((await post(`${url}/predict`, wav, { authorization: 'Bearer wrong token' })).status).toBe(401);
    expect((await post(`${url}/predict`, wav, { authorization: 'Bearer long enough' })).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(401);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok', model: 'fixed' });
  });

  it('allows pages of other origins only if told so', async () => {
    const origin = { headers: { origin: 'https://example.org' } };
    const header = 'access-control-allow-origin';
    expect((await fetch(`${await start()}/health`, origin)).headers.get(header)).toBeNull();
    const url = await start({ corsOrigins: ['https://example.org'] });
    expect((await fetch(`${url}/health`, origin)).headers.get(header)).toBe('https://example.org');
  });

  it('rejects options out of bounds', async () => {
    const { recognizer } = fakeRecognizer();
    await expect(createServer(recognizer, { token: 'short' })).rejects.toThrow('`token` must be');
    await expect(createServer(recognizer, { concurrency: 0 })).rejects.toThrow('`concurrency` must be');
  });
});

describe('GET /metrics', () => {
  it('counts requests by route and status', async () => {
    const url = await start();
    await post(`${url}/predict`, wav);
    await post(`${url}/predict`, 'no audio');
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('ser_requests_total{route="/predict",status="200"} 1');
    expect(text).toContain('ser_requests_total{route="/predict",status="415"} 1');
    expect(text).toContain('ser_resident_memory_bytes');
  });
});
