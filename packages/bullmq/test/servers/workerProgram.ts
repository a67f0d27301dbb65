import { runWorker } from '../../src/runWorker.js';

// A worker as its own process: `node workerProgram.ts ADDRESS LEASE CONCURRENCY FOLDER`.
const [address, lease, concurrency, folder] = process.argv.slice(2);
const controller = new AbortController();
process.on('SIGTERM', () => controller.abort());
process.on('SIGINT', () => controller.abort());
await runWorker(address!, {
  lease: Number(lease),
  concurrency: Number(concurrency),
  folder: folder!,
  signal: controller.signal,
  onEvent: (event) => process.stdout.write(`${JSON.stringify(event)}\n`),
});
process.exit();
