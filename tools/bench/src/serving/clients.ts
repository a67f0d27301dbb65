import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { ServeProcess } from './serveProcess.js';

export interface UploadTimes {
  /** Of each answer, in milliseconds. */
  readonly times: number[];
  /** Answers that were neither 200 with the expected label nor 503. */
  wrong: number;
  /** Answers with 503: the server was busy. */
  refused: number;
}

/** One client after the other's answer: uploads the clip again and again until the time is over. */
export async function uploadUntil(
  end: number,
  { address, token }: ServeProcess,
  clip: { readonly bytes: Uint8Array<ArrayBuffer>; readonly label: string },
  found: UploadTimes,
): Promise<void> {
  while (performance.now() < end) {
    const start = performance.now();
    const response = await fetch(`${address}/predict`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: clip.bytes,
    });
    const { label } = (await response.json()) as { readonly label?: string };
    if (response.status === 503) {
      found.refused++;
      await wait(1000);
    } else if (response.status === 200 && label === clip.label) found.times.push(performance.now() - start);
    else found.wrong++;
  }
}

export interface StreamTimes {
  /** From the end of an utterance in the audio, as the server gives it, to its event, in milliseconds. */
  readonly delays: number[];
  utterances: number;
  /** Streams that ended before their time, and the reason. */
  readonly failures: string[];
}

const chunkSeconds = 0.1;

/** One stream in real time, of 16 kHz, until the time is over. */
export async function streamUntil(
  end: number,
  { address, token }: ServeProcess,
  samples: Int16Array,
  found: StreamTimes,
): Promise<void> {
  const sampleRate = 16_000;
  const socket = new WebSocket(`${address.replace('http', 'ws')}/stream`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const start = performance.now();
  socket.on('message', (data: Buffer) => {
    const event = JSON.parse(data.toString()) as { readonly type: string; readonly end: number };
    if (event.type !== 'utterance.end') return;
    found.utterances++;
    found.delays.push(performance.now() - start - 1000 * event.end);
  });
  socket.on('close', (code) => {
    if (code !== 1000) found.failures.push(`closed with ${code}`);
  });
  socket.send(JSON.stringify({ sampleRate, format: 's16le', channels: 1, token }));
  const size = sampleRate * chunkSeconds;
  for (let i = 0; performance.now() < end && socket.readyState === WebSocket.OPEN; i++) {
    const at = (i * size) % (samples.length - size);
    socket.send(samples.subarray(at, at + size));
    await wait(Math.max(0, start + 1000 * chunkSeconds * (i + 1) - performance.now()));
  }
  socket.send('{"type":"end"}');
  await new Promise((resolve) => socket.once('close', resolve));
}
