import type { SerError } from '@ser/core';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { statusOf, tooLargeCodes, typedError } from './errors.js';

/** Answers a failed request: a typed error with its code and message, any other without details, which go to the log. */
export async function errorAnswer(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const status = tooLargeCodes.includes((error as FastifyError).code) ? 413 : statusOf(error);
  if (status >= 500) request.log.error(error);
  if (status === 503) reply.header('Retry-After', '5');
  if (status === 401) reply.header('WWW-Authenticate', 'Bearer');
  if (!request.raw.complete) reply.header('Connection', 'close'); // the rest of the upload is not read
  await reply.status(status).send({ error: problemOf(error, status) });
}

/** What an answer says about an error. The path of the uploaded file is the server's own and stays out of it. */
export function problemOf(error: unknown, status = statusOf(error)): { code: string; message: string } {
  const typed = typedError(error);
  if (typed) return { code: typed.code, message: withoutPath(typed) };
  const { code = 'bad-request', message } = error as FastifyError;
  if (status < 500) return { code: code.toLowerCase().replaceAll('_', '-'), message };
  return { code: 'internal-error', message: 'The server failed; its log says why.' };
}

function withoutPath({ message, file }: SerError): string {
  return file === undefined ? message : message.replaceAll(file, 'the recording');
}
