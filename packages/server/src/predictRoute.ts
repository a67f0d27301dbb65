import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
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
export async function predictRoute(request: FastifyRequest, state: ServerState): Promise<object> {
  const parameters = predictParameters(request.query as Record<string, unknown>);
  state.turns.requireRoom();
  if (!request.isMultipart()) requireSize(request.headers['content-length'], state.settings.maxBytes);
  const gone = new AbortController();
  request.raw.on('close', () => {
    if (!request.raw.complete) gone.abort(new Error('The client closed the connection.'));
  });
  request.raw.socket.on('close', () => gone.abort(new Error('The client closed the connection.')));
  const signal = AbortSignal.any([gone.signal, state.closing]);
  if (!request.isMultipart()) return predictUpload(request.body as Readable, parameters, state, signal);
  const answers: object[] = [];
  for await (const part of request.files()) {
    answers.push({ file: part.filename, ...(await answerOrError(part.file, parameters, state, signal)) });
  }
  if (answers.length === 0) throw noRecording();
  return { files: answers };
}

async function answerOrError(
  upload: Readable,
  parameters: PredictParameters,
  state: ServerState,
  signal: AbortSignal,
): Promise<object> {
  try {
    return await predictUpload(upload, parameters, state, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    upload.resume(); // the rest of this file; the next one follows it
    return { error: problemOf(error) };
  }
}

function predictUpload(
  upload: Readable | undefined,
  parameters: PredictParameters,
  { recognizer, sessions, settings, turns }: ServerState,
  signal: AbortSignal,
): Promise<object> {
  if (!upload) throw noRecording();
  const { maxBytes, maxSeconds, timeout } = settings;
  return withUploadedFile(upload, { maxBytes, signal }, async (path) => {
    if ((upload as { truncated?: boolean }).truncated) throw tooLarge(maxBytes);
    const late = AbortSignal.timeout(timeout * 1000);
    const limited = AbortSignal.any([signal, late]);
    const context = { recognizer, sessions, maxSeconds, signal: limited };
    try {
      return await turns.run(() => predictRecording(path, parameters, context), limited);
    } catch (error) {
      if (late.aborted && !signal.aborted) throw tooSlow(timeout);
      throw error;
    }
  });
}

function tooSlow(timeout: number): ServerError {
  return new ServerError(
    'request-timeout',
    `An answer must take at most ${timeout} s. Send a shorter recording.`,
  );
}
