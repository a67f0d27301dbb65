import { openStore } from '../executor/openStore.js';
import { toPlainError } from '../tune/worker/plainError.js';
import { JobComputer } from './jobComputer.js';
import type { JobReply, JobRequest } from './jobMessages.js';

// The program of a computing process, started by `JobProcess`. It computes one job after the other, and ends with its parent.

const computer = new JobComputer();

/** The plugins of the parent, whose files are the arguments. */
const plugins = loadPluginsOfParent();
plugins.catch(() => undefined); // reported by each job

process.on('message', (request: JobRequest) => void answer(request).then(reply));
process.on('disconnect', () => process.exit());
// Ctrl-C reaches all processes of a terminal; the parent handles it.
process.on('SIGINT', () => {});

async function loadPluginsOfParent(): Promise<void> {
  const files = process.argv.slice(2);
  if (files.length > 0) await (await import('../plugins/loadPlugins.js')).loadPlugins(files);
}

async function answer({ job, store, folder }: JobRequest): Promise<JobReply> {
  try {
    await plugins;
    const onProgress = inSeconds();
    const computed = await computer.compute(job, { store: openStore(store), folder, onProgress });
    return { type: 'done', computed };
  } catch (error) {
    return { type: 'error', error: toPlainError(error) };
  }
}

/** Reports progress at most once a second. */
function inSeconds() {
  let last = performance.now();
  return (progress: Extract<JobReply, { type: 'progress' }>['progress']) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    reply({ type: 'progress', progress });
  };
}

function reply(message: JobReply): void {
  process.send?.(message);
}
