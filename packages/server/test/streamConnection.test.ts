import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createServer } from '../src/index.js';
import { fakeRecognizer, speechLike } from './fakeRecognizer.js';

const { samples, sampleRate } = speechLike(4);
const pcm = Buffer.from(Int16Array.from(samples, (value) => Math.round(value * 32767)).buffer);
const servers: FastifyInstance[] = [];

async function start(options = {}): Promise<string> {
  const server = await createServer(fakeRecognizer().recognizer, options);
  servers.push(server);
  return (await server.listen({ port: 0, host: '127.0.0.1' })).replace('http', 'ws');
}

/** Sends messages, and gives the messages received until the server closes the stream. */
async function talk(url: string, messages: readonly (string | Buffer)[], headers = {}) {
  const socket = new WebSocket(`${url}/stream`, { headers });
  const received: { type: string; [key: string]: unknown }[] = [];
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString()) as (typeof received)[0]));
  socket.on('open', () => messages.forEach((message) => socket.send(message)));
  const code = await new Promise<number>((resolve) => socket.on('close', resolve));
  return { received, code };
}

function pieces(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

describe('GET /stream', () => {
  it('sends the events of utterances, whatever the size of the messages', async () => {
    const url = await start();
    const settings = JSON.stringify({ sampleRate, top: 1 });
    const whole = await talk(url, [settings, pcm, '{"type":"end"}']);
    const types = whole.received.map(({ type }) => type);
    expect(types[0]).toBe('utterance.start');
    expect(types.slice(-2)).toEqual(['utterance.end', 'end']);
    expect(whole.received.at(-2)).toMatchObject({
      label: 'middle',
      scores: [{ label: 'middle', score: 0.5 }],
    });
    expect(whole.code).toBe(1000);
    expect((await talk(url, [settings, ...pieces(pcm, 777), '{"type":"end"}'])).received).toEqual(
      whole.received,
    );
  });

  it('takes the token from the header or the first message', async () => {
    const url = await start({ token: 'long enough' });
    const end = '{"type":"end"}';
    const settings = (token?: string) => JSON.stringify({ sampleRate, token });
    expect((await talk(url, [settings(), end])).received).toMatchObject([
      { type: 'error', error: { code: 'unauthorized' } },
    ]);
    expect((await talk(url, [settings('wrong token'), end])).code).toBe(1008);
    expect((await talk(url, [settings('long enough'), end])).code).toBe(1000);
    expect((await talk(url, [settings(), end], { authorization: 'Bearer long enough' })).code).toBe(1000);
  });

  it.each([
    ['audio before the settings', pcm],
    ['no JSON', 'hello'],
    ['no rate', '{}'],
    ['an unknown format', JSON.stringify({ sampleRate, format: 'mp3' })],
    ['too many channels', JSON.stringify({ sampleRate, channels: 9 })],
  ])('rejects %s', async (_, message) => {
    expect(await talk(await start(), [message])).toMatchObject({
      received: [{ type: 'error', error: { code: 'invalid-request' } }],
      code: 1008,
    });
  });

  it('opens no more streams than allowed', async () => {
    expect((await talk(await start({ maxStreams: 0 }), [])).code).toBe(1013);
  });

  it('ends open streams when the server closes', async () => {
    const url = await start();
    const socket = new WebSocket(`${url}/stream`);
    await new Promise((resolve) => socket.on('open', resolve));
    socket.send(JSON.stringify({ sampleRate }));
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await servers.pop()!.close();
    await closed;
  });
});
