import { render } from 'preact';
import { keepOffline } from './model/offlinePage.js';
import { taughtModels } from './model/taughtModels.js';
import { Live } from './state/live.js';
import { App } from './views/App.js';
import { WorkerClient } from './worker/workerClient.js';

const worker = new WorkerClient(
  () => new Worker(new URL('./worker/liveWorker.ts', import.meta.url), { type: 'module' }),
);

render(<App live={new Live(worker, taughtModels())} />, document.getElementById('page')!);
keepOffline();
