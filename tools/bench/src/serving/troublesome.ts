import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { ServeProcess } from './serveProcess.js';

/** Clients that hang up in the middle of an upload, one per second. */
export async function killedUploads(end: number, { address, token }: ServeProcess): Promise<number> {
  let killed = 0;
  for (; performance.now() < end; await wait(1000)) {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `POST /predict HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${token}\r\nContent-Length: 1000000\r\n\r\n`,
    );
    socket.write(new Uint8Array(1000));
    await wait(200);
    socket.destroy();
    killed++;
  }
  return killed;
}

/** An upload of 1 kB per second, which is not complete when the time is over. */
export async function slowUpload(end: number, { address, token }: ServeProcess): Promise<void> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `POST /predict HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${token}\r\nContent-Length: 1000000\r\n\r\n`,
  );
  for (; performance.now() < end; await wait(1000)) if (!socket.destroyed) socket.write(new Uint8Array(1000));
  socket.destroy();
}

/** A stream whose client reads nothing. */
export async function deafStream(
  end: number,
  { address, token }: ServeProcess,
  samples: Int16Array,
): Promise<void> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/stream`);
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ sampleRate: 16_000, format: 's16le', channels: 1, token }));
  socket.pause();
  for (let i = 0; performance.now() < end && socket.readyState === WebSocket.OPEN; i++) {
    socket.send(samples.subarray(0, 1600));
    await wait(100);
  }
  socket.terminate();
}

/** The statuses of a request with a wrong token and of an upload of three hours of 48 kHz stereo, 2.07 GB. */
export async function rejected({ address, token }: ServeProcess): Promise<{ wrong: number; long: number }> {
  const wrong = await fetch(`${address}/predict`, {
    method: 'POST',
    headers: { Authorization: 'Bearer wrong' },
    body: 'RIFF',
  });
  return { wrong: wrong.status, long: await statusOfLongUpload(address, token) };
}

function statusOfLongUpload(address: string, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(
      `POST /predict HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${token}\r\nContent-Length: 2073600044\r\n\r\n`,
    );
    socket.on('error', reject);
    socket.once('data', (data: Buffer) => {
      resolve(Number(data.toString().split(' ')[1]));
      socket.destroy();
    });
  });
}
