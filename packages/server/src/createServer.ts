import fastifyCors from '@fastify/cors';
import fastifyMultipart from '@fastify/multipart';
import fastifyWebsocket from '@fastify/websocket';
import type { Recognizer } from '@ser/recognizer';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { bearerToken, requireToken } from './access.js';
import { errorAnswer } from './errorAnswer.js';
import { ServerMetrics } from './metrics.js';
import { PendingRequests } from './pendingRequests.js';
import { predictRoute } from './predictRoute.js';
import { type ServerOptions, type ServerSettings, serverSettings } from './serverOptions.js';
import { Sessions } from './sessions.js';
import { serveStream } from './streamConnection.js';
import { Turns } from './turns.js';

/** What the routes of one server share. */
export interface ServerState {
  readonly recognizer: Recognizer;
  readonly settings: ServerSettings;
  readonly turns: Turns;
  readonly sessions: Sessions;
  readonly pending: PendingRequests;
}

/**
 * A server for a recognizer, as a Fastify instance that you start with `listen` and stop with `close`: `close` takes no new
 * requests, rejects those whose recognition has not started, and waits for the others. The recognizer stays yours to dispose.
 *
 * - `POST /predict`: the bytes of a recording, or a multipart form with one or more; see the README for its parameters
 * - `DELETE /sessions/NAME`: forgets a speaker
 * - `GET /stream`: a WebSocket; samples in, utterances out
 * - `GET /health`, `GET /metrics`
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const server = await createServer(await Recognizer.general(), { token });
 * await server.listen({ port: 8080 });
 */
export async function createServer(
  recognizer: Recognizer,
  options: ServerOptions = {},
): Promise<FastifyInstance> {
  const settings = serverSettings(options);
  const turns = new Turns(settings);
  const sessions = new Sessions(recognizer, settings.maxSessions);
  const pending = new PendingRequests();
  const state: ServerState = { recognizer, settings, turns, sessions, pending };
  const server = fastify({
    logger: settings.log,
    bodyLimit: settings.maxBytes,
    requestTimeout: 0, // an upload may be slow; its answer has a limit of its own
    forceCloseConnections: 'idle',
  });
  server.addHook('preClose', (done) => {
    pending.close();
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (pending.isClosed) reply.header('Connection', 'close'); // a client that keeps its connection would delay the end
    done(null, payload);
  });
  server.setErrorHandler(errorAnswer);
  await server.register(fastifyMultipart, { limits: { fileSize: settings.maxBytes, files: 100 } });
  await server.register(fastifyWebsocket, { options: { maxPayload: 1 << 20 } });
  if (settings.corsOrigins) await server.register(fastifyCors, { origin: originsOf(settings.corsOrigins) });
  server.removeContentTypeParser(['application/json', 'text/plain']); // whatever its type, a body is a recording
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  addRoutes(server, state);
  return server;
}

function addRoutes(server: FastifyInstance, state: ServerState): void {
  const { settings, turns, sessions, recognizer } = state;
  let nStreams = 0;
  const metrics = new ServerMetrics({
    running: () => turns.running,
    waiting: () => turns.waiting,
    streams: () => nStreams,
    sessions: () => sessions.size,
  });
  const allow = async (request: FastifyRequest) =>
    requireToken(settings.token, bearerToken(request.headers.authorization));
  server.addHook('onResponse', (request, reply, done) => {
    metrics.answered(request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  server.get('/health', () => ({ status: 'ok', model: recognizer.card.recipe, labels: recognizer.labels }));
  server.get('/metrics', { onRequest: allow }, async (_request, reply) => {
    await reply.type(metrics.contentType).send(await metrics.text());
  });
  server.post('/predict', { onRequest: allow }, (request, reply) => predictRoute(request, reply, state));
  server.delete('/sessions/:name', { onRequest: allow }, async (request, reply) => {
    sessions.forget((request.params as { readonly name: string }).name);
    await reply.status(204).send();
  });
  server.get('/stream', { websocket: true }, async (socket, request) => {
    if (nStreams >= settings.maxStreams) return socket.close(1013, 'server-busy');
    nStreams++;
    try {
      const { authorization } = request.headers;
      const onEvent = (type: string) => metrics.sent(type);
      await serveStream(socket, { recognizer, token: settings.token, authorization, onEvent });
    } finally {
      nStreams--;
    }
  });
}

function originsOf(origins: readonly string[]): string[] | true {
  return origins.includes('*') ? true : [...origins];
}
