import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Slots of one worker process. */
const slotsPerProcess = 8;

/** `ser worker` in as many processes as needed for that many jobs at a time. */
export async function startWorkers(address: string, slots: number): Promise<() => Promise<void>> {
  const children: ChildProcess[] = [];
  for (let left = slots; left > 0; left -= slotsPerProcess) {
    children.push(startWorker(address, Math.min(left, slotsPerProcess)));
  }
  await Promise.all(children.map(ready));
  return async () => {
    for (const child of children) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  };
}

function startWorker(address: string, concurrency: number): ChildProcess {
  const program = fileURLToPath(new URL('../../../../apps/cli/src/main.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const args = [
    '--conditions=@ser/source',
    '--import',
    tsx,
    program,
    'worker',
    '--executor',
    address,
    '--json',
  ];
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  return spawn(process.execPath, [...args, '--concurrency', String(concurrency)], { stdio: [...stdio] });
}

async function ready(child: ChildProcess): Promise<void> {
  const lines = createInterface({ input: child.stdout! });
  await once(lines, 'line');
  lines.on('line', () => undefined); // read on, so that the worker never waits
}
