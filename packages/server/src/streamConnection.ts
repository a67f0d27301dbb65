import { PcmStream } from '@ser/audio-io';
import type { Recognizer, UtteranceEvent } from '@ser/recognizer';
import type { WebSocket } from 'ws';
import { bearerToken, requireToken } from './access.js';
import { answerOf } from './answers.js';
import { problemOf } from './errorAnswer.js';
import { ServerError, typedError } from './errors.js';
import { IncomingAudio } from './incomingAudio.js';
import { invalidRequest } from './requestParameters.js';
import { type StreamSettings, streamSettings } from './streamSettings.js';

export interface StreamContext {
  readonly recognizer: Recognizer;
  readonly token: string | undefined;
  /** The `Authorization` header of the request that opened the stream. */
  readonly authorization: string | undefined;
  /** Called with the type of each event that is sent. */
  readonly onEvent: (type: string) => void;
}

/** Unsent events of a client that does not read, in bytes, at which its stream is closed. */
const maxUnsent = 1 << 20;

/** Time without a message after which a stream is closed, in milliseconds. */
const idleTime = 60_000;

/**
 * A stream over a WebSocket. The client sends its settings as JSON text, then samples as binary messages of any size, and
 * `{ "type": "end" }` after the last one. It receives the events of its utterances and, at last, `{ "type": "end" }`.
 *
 * @returns when the stream is closed
 */
export async function serveStream(socket: WebSocket, context: StreamContext): Promise<void> {
  const audio = new IncomingAudio(socket);
  const closed = new AbortController();
  try {
    const settings = await settingsOf(socket, context, audio, closed);
    await sendEvents(socket, settings, audio, { ...context, signal: closed.signal });
    socket.close(1000);
  } catch (error) {
    closeWith(socket, closed.signal.reason ?? error);
  } finally {
    audio.end();
  }
}

/** The client's first message. Those that follow go to the audio; a wrong one, or none for long, closes the stream. */
function settingsOf(
  socket: WebSocket,
  { token, authorization }: StreamContext,
  audio: IncomingAudio,
  closed: AbortController,
): Promise<StreamSettings> {
  const idle = setTimeout(() => {
    closed.abort(new ServerError('request-timeout', 'A stream must send audio at least once a minute.'));
  }, idleTime);
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(idle);
    audio.end();
    closed.abort(new Error('The client closed the stream.'));
  });
  return new Promise((resolve, reject) => {
    closed.signal.addEventListener('abort', () => reject(closed.signal.reason as Error), { once: true });
    let settings: StreamSettings | undefined;
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      idle.refresh();
      try {
        if (settings && isBinary) return audio.push(data);
        if (settings) return endOf(data.toString(), audio);
        if (isBinary)
          throw invalidRequest('The first message of a stream must be its settings, as JSON text.');
        settings = streamSettings(data.toString());
        requireToken(token, bearerToken(authorization) ?? settings.token);
        resolve(settings);
      } catch (error) {
        closed.abort(error);
      }
    });
  });
}

function endOf(text: string, audio: IncomingAudio): void {
  if (!/^\s*\{\s*"type"\s*:\s*"end"\s*\}\s*$/.test(text))
    throw invalidRequest('Text messages after the first must be `{ "type": "end" }`.');
  audio.end();
}

async function sendEvents(
  socket: WebSocket,
  { sampleRate, channels, format, top }: StreamSettings,
  audio: IncomingAudio,
  { recognizer, onEvent, signal }: StreamContext & { readonly signal: AbortSignal },
): Promise<void> {
  const pcm = new PcmStream({ format });
  const samples = (async function* () {
    for await (const bytes of audio) yield pcm.push(bytes);
  })();
  for await (const event of recognizer.utterances(samples, { sampleRate, channels, signal })) {
    socket.send(JSON.stringify(messageOf(event, top)));
    onEvent(event.type);
    if (socket.bufferedAmount > maxUnsent)
      throw new ServerError('slow-reader', 'A client must read the events of its stream.');
  }
  socket.send('{"type":"end"}');
}

function messageOf(event: UtteranceEvent, top: number | undefined): object {
  return event.type === 'utterance.start' ? event : answerOf(event, top);
}

/** Reports an error to the client, if it still reads, and closes the stream. */
function closeWith(socket: WebSocket, error: unknown): void {
  if (socket.readyState !== socket.OPEN) return;
  const { code, message } = problemOf(error);
  if (socket.bufferedAmount > maxUnsent) return socket.terminate();
  socket.send(JSON.stringify({ type: 'error', error: { code, message } }));
  socket.close(typedError(error) ? 1008 : 1011, code);
}
