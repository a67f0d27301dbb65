/**
 * Serves a recognizer over HTTP and WebSocket, built on Fastify: recordings in, predictions out; samples in, utterances
 * out; with a token, limits, sessions of speakers, health, and metrics.
 *
 * - Server: `createServer`
 * - Errors: `SerError` with the codes of `ServerErrorCode`
 *
 * @packageDocumentation
 */
export { createServer } from './createServer.js';
export type { ServerOptions } from './serverOptions.js';

export { SerError } from '@ser/core';
export type { ServerErrorCode } from './errors.js';
