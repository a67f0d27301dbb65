import type { Command } from 'commander';
import type { CommandIo } from '../commandIo.js';
import { openChosenEngine, openModel } from '../openModel.js';
import { type EngineChoice, engineOption } from '../options/engine.js';
import { modelOption } from '../options/model.js';
import { seconds, wholeNumber } from '../options/number.js';
import { pluginOption } from '../options/plugin.js';
import { addExamples } from '../show/help.js';

interface ServeOptions {
  readonly model?: string;
  readonly host: string;
  readonly port: number;
  readonly corsOrigin?: string[];
  readonly maxMegabytes?: number;
  readonly maxSeconds?: number;
  readonly timeout?: number;
  readonly concurrency?: number;
  readonly maxWaiting?: number;
  readonly maxStreams?: number;
  readonly engine: EngineChoice;
  readonly quiet?: true;
}

/** `ser serve [--model MODEL] [--port N]` */
export function addServeCommand(program: Command, io: CommandIo): void {
  const command = program
    .command('serve')
    .summary('serve predictions over HTTP and WebSocket')
    .description(
      'Serves a model: POST /predict takes recordings, GET /stream is a WebSocket that takes samples and sends ' +
        'utterances, GET /health and GET /metrics are for operators. The environment variable SER_TOKEN sets a token ' +
        'that every request must have; without it, anyone who reaches the port may use the server. Ctrl-C or SIGTERM ' +
        'answers what has been accepted, then stops. Logs are JSON lines on standard output.',
    )
    .addOption(modelOption())
    .addOption(pluginOption())
    .option('--host <address>', 'address to listen on; 0.0.0.0 for all networks', '127.0.0.1')
    .option(
      '--port <n>',
      'port to listen on; 0 for any free one',
      wholeNumber('--port', { min: 0, max: 65535 }),
      8080,
    )
    .option(
      '--cors-origin <origin...>',
      'origins whose pages may use the server, or * for any (default: none)',
    )
    .option(
      '--max-megabytes <n>',
      'largest upload (default: 256)',
      wholeNumber('--max-megabytes', { min: 1 }),
    )
    .option(
      '--max-seconds <s>',
      'longest recording with one answer (default: 120)',
      seconds('--max-seconds', { min: 1 }),
    )
    .option('--timeout <s>', 'time for an answer (default: 300)', seconds('--timeout', { min: 1 }))
    .option(
      '--concurrency <n>',
      'recordings at once (default: 2)',
      wholeNumber('--concurrency', { min: 1, max: 64 }),
    )
    .option(
      '--max-waiting <n>',
      'requests that may wait (default: 256)',
      wholeNumber('--max-waiting', { min: 0 }),
    )
    .option('--max-streams <n>', 'streams at once (default: 64)', wholeNumber('--max-streams', { min: 0 }))
    .addOption(engineOption())
    .option('--quiet', 'write no log')
    .action((options: ServeOptions) => serve(io, options));
  addExamples(
    command,
    'ser serve',
    'SER_TOKEN=$(openssl rand -hex 16) ser serve --host 0.0.0.0 --port 80 --model general-small',
    "curl --data-binary @call.wav 'http://127.0.0.1:8080/predict?top=3'",
  );
}

async function serve(io: CommandIo, options: ServeOptions): Promise<void> {
  const { createServer } = await import('@ser/server');
  const { recognizer } = await openModel(io, options.model, await openChosenEngine(io, options.engine));
  try {
    const { maxMegabytes } = options;
    const server = await createServer(recognizer, {
      token: process.env['SER_TOKEN'],
      corsOrigins: options.corsOrigin,
      maxBytes: maxMegabytes === undefined ? undefined : maxMegabytes * 2 ** 20,
      maxSeconds: options.maxSeconds,
      timeout: options.timeout,
      concurrency: options.concurrency,
      maxWaiting: options.maxWaiting,
      maxStreams: options.maxStreams,
      log: options.quiet !== true,
    });
    const address = await server.listen({ host: options.host, port: options.port });
    const access = process.env['SER_TOKEN'] === undefined ? 'without a token' : 'with the token of SER_TOKEN';
    io.stderr.write(`Listening on ${address} ${access}. Press Ctrl-C to stop.\n`);
    await stopped(io.signal);
    io.stderr.write('Stopping: no new requests are taken.\n');
    await server.close();
  } finally {
    recognizer.dispose();
  }
}

/** Until Ctrl-C, or the signal with which containers are stopped. */
function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    process.once('SIGTERM', () => resolve());
  });
}
