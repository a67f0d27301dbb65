import { Recognizer } from '@ser/recognizer';
import { createServer } from '@ser/server';

/** Recordings of up to 4 GiB; one that is hours long takes minutes, and the others do not wait for it. */
const limits = { maxBytes: 2 ** 32, timeout: 3600, concurrency: 2, maxWaiting: 256 };

const recognizer = await Recognizer.general({ onFallback: ({ message }) => console.error(message) });
const server = await createServer(recognizer, { ...limits, token: process.env['SER_TOKEN'] });
console.log(await server.listen({ port: Number(process.argv[2] ?? 8080) }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => recognizer.dispose()));
}
