import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../src/files/download.js';
import type { DownloadOptions } from '../../src/files/downloadOptions.js';
import type { EncoderEvent } from '../../src/files/encoderEvent.js';
import { dropAfter, type FileServer, hang, redirect, send, startFileServer, status } from './fileServer.js';

const bytes = Uint8Array.from({ length: 3000 }, (_, i) => i % 251);
const path = 'onnx/model.onnx';
let server: FileServer;

beforeEach(async () => {
  server = await startFileServer({ [path]: bytes });
});
afterEach(() => server.close());

const get = (options: DownloadOptions = {}, file = path) =>
  download(`${server.url}/${file}`, file, { retryDelay: 0, ...options });

function eventsOf() {
  const events: EncoderEvent[] = [];
  return { events, onEvent: (event: EncoderEvent) => void events.push(event) };
}

describe('download', () => {
  it('downloads a file and reports progress', async () => {
    const { events, onEvent } = eventsOf();
    expect(await get({ onEvent })).toEqual(bytes);
    expect(events.every(({ type }) => type === 'download')).toBe(true);
    expect(events.at(-1)).toEqual({ type: 'download', file: path, received: 3000, total: 3000 });
  });

  it.each([404, 410])('is undefined for a file that the server does not have (%i)', async (code) => {
    server.misbehave(path, status(code));
    expect(await get()).toBeUndefined();
    expect(server.requests).toEqual([path]);
  });

  it('asks for the missing bytes after a dropped connection, if the server says which version it sends', async () => {
    let drop: (() => void) | undefined;
    server.misbehave(path, (response, file) => {
      response.writeHead(200, { 'content-length': file!.length, etag: '"1"' });
      response.write(file!.subarray(0, 1000));
      drop = () => response.destroy();
    });
    const { events, onEvent } = eventsOf();
    const whenReceived = (event: EncoderEvent) => {
      onEvent(event);
      drop?.();
    };
    expect(await get({ onEvent: whenReceived })).toEqual(bytes);
    expect(server.requests).toEqual([path, `${path} bytes=1000-`]);
    expect(events.map(({ type }) => type)).toEqual(['download', 'retry', 'download']);
    expect(events[1]).toMatchObject({ file: path, attempt: 2 });
  });

  it('begins again if the server does not say it', async () => {
    server.misbehave(path, dropAfter(1000));
    expect(await get()).toEqual(bytes);
    expect(server.requests).toEqual([path, path]);
  });

  it('begins again if the file has changed meanwhile', async () => {
    const changed = bytes.map((value) => 255 - value);
    server.misbehave(path, dropAfter(1000, { etag: '"0"' }), send(changed, { etag: '"1"' }));
    expect(await get()).toEqual(changed);
  });

  it.each([
    ['drops the connection', dropAfter(10), 3],
    ['sends less than it says', dropAfter(2999, { connection: 'close' }), 3],
    ['is overloaded', status(503), 3],
    ['limits requests', status(429), 3],
  ])('tries again a bounded number of times if the server %s', async (_, answer, attempts) => {
    server.misbehave(path, ...Array<typeof answer>(10).fill(answer));
    const error = await get({ retries: 2 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'download-failed', file: path });
    expect((error as Error).message).toContain('could not be downloaded; tried 3 times: ');
    expect(server.requests).toHaveLength(attempts);
  });

  it('tries only once without `retries`', async () => {
    server.misbehave(path, status(500));
    await expect(get({ retries: 0 })).rejects.toThrow('tried once: the server answered with status 500.');
  });

  it('says which status the server answers with', async () => {
    server.misbehave(path, status(403));
    await expect(get()).rejects.toMatchObject({
      code: 'download-failed',
      message: `\`${path}\` could not be downloaded: the server answered with status 403. Check the URL and your access.`,
    });
    expect(server.requests).toHaveLength(1);
  });

  it('ends a download from which nothing is received', async () => {
    server.misbehave(path, hang);
    const error = await get({ retries: 0, stallTimeout: 0.05 }).catch((reason: unknown) => reason);
    expect((error as Error).message).toContain('nothing was received for 0.05 s.');
  });

  it('rejects a web page', async () => {
    server.misbehave(path, send('<html>Log in', { 'content-type': 'text/html; charset=utf-8' }));
    await expect(get()).rejects.toMatchObject({
      code: 'invalid-encoder',
      message: expect.stringContaining(`but ${server.url}/${path} is a web page.`) as string,
    });
  });

  it('follows redirects, but not in a circle', async () => {
    server.misbehave('moved', redirect(`/${path}`));
    expect(await get({}, 'moved')).toEqual(bytes);
    server.misbehave('circle', ...Array.from({ length: 50 }, () => redirect('/circle')));
    await expect(get({ retries: 0 }, 'circle')).rejects.toThrow('redirect count exceeded');
  });

  it('is canceled by a signal, also while it waits for another try', async () => {
    const controller = new AbortController();
    server.misbehave(path, status(503));
    const onEvent = ({ type }: EncoderEvent) => {
      if (type === 'retry') controller.abort(new Error('enough'));
    };
    await expect(get({ retryDelay: 3600, signal: controller.signal, onEvent })).rejects.toThrow('enough');
    server.misbehave(path, hang);
    const running = get({ signal: AbortSignal.timeout(20) });
    await expect(running).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('ends with an error of `onEvent`, without another try', async () => {
    const onEvent = () => {
      throw new Error('bug in the app');
    };
    await expect(get({ onEvent })).rejects.toThrow('bug in the app');
    expect(server.requests).toHaveLength(1);
  });

  it('says why the server cannot be reached', async () => {
    await server.close();
    await expect(get({ retries: 0 })).rejects.toThrow(/ECONNREFUSED.*Check the connection and 127\.0\.0\.1/);
  });
});
