import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerState } from './createServer.js';
import { problemOf } from './errorAnswer.js';
import { ServerError } from './errors.js';
import { predictRecording } from './predictRecording.js';
import { type PredictParameters, predictParameters } from './requestParameters.js';
import { noRecording, requireSize, tooLarge, withUploadedFile } from './uploadedFile.js';

/**
 * Answers `POST /predict`. A raw body has one answer. A multipart form has one per file, in their order: a prediction, or
 * the error of this file.
 */
export async function predictRoute(
  request: FastifyRequest,
  reply: FastifyReply,
  state: ServerState,
): Promise<object> {
  const parameters = predictParameters(request.query as Record<string, unknown>);
  state.turns.requireRoom();
  if (!request.isMultipart()) requireSize(request.headers['content-length'], state.settings.maxBytes);
  const gone = clientGone(reply);
  if (!request.isMultipart()) return predictUpload(request.body as Readable, parameters, state, gone);
  const answers: object[] = [];
  for await (const part of request.files()) {
    answers.push({ file: part.filename, ...(await answerOrError(part.file, parameters, state, gone)) });
  }
  if (answers.length === 0) throw noRecording();
  return { files: answers };
}

/**
 * Aborted when the connection closes before the answer is sent. It listens to the response, not to its socket: many
 * requests use one socket, and each would leave a listener there.
 */
function clientGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Error('The client closed the connection.'));
  });
  return gone.signal;
}

async function answerOrError(
  upload: Readable,
  parameters: PredictParameters,
  state: ServerState,
  gone: AbortSignal,
): Promise<object> {
  try {
    return await predictUpload(upload, parameters, state, gone);
  } catch (error) {
    if (gone.aborted) throw error;
    upload.resume(); // the rest of this file; the next one follows it
    return { error: problemOf(error) };
  }
}

async function predictUpload(
  upload: Readable | undefined,
  parameters: PredictParameters,
  { recognizer, sessions, settings, turns, pending }: ServerState,
  gone: AbortSignal,
): Promise<object> {
  if (!upload) throw noRecording();
  const { maxBytes, maxSeconds, timeout } = settings;
  const request = new AbortController();
  const signal = AbortSignal.any([gone, request.signal]);
  const context = { recognizer, sessions, maxSeconds, signal };
  let timer: NodeJS.Timeout | undefined;
  pending.add(request);
  try {
    return await withUploadedFile(upload, { maxBytes, signal }, async (path) => {
      if ((upload as { truncated?: boolean }).truncated) throw tooLarge(maxBytes);
      timer = setTimeout(() => request.abort(tooSlow(timeout)), timeout * 1000);
      return turns.run(() => {
        pending.delete(request); // from here on, it may finish
        return predictRecording(path, parameters, context);
      }, signal);
    });
  } catch (error) {
    throw request.signal.aborted ? request.signal.reason : error;
  } finally {
    clearTimeout(timer);
    pending.delete(request);
  }
}

function tooSlow(timeout: number): ServerError {
  return new ServerError(
    'request-timeout',
    `An answer must take at most ${timeout} s. Send a shorter recording.`,
  );
}
