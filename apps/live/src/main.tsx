import { render } from 'preact';
import { keepOffline } from './model/offlinePage.js';
import { taughtModels } from './model/taughtModels.js';
import { Live } from './state/live.js';
import { App } from './views/App.js';
import { WorkerClient } from './worker/workerClient.js';

const worker = new WorkerClient(
  () => new Worker(new URL('./worker/liveWorker.ts', import.meta.url), { type: 'module' }),
);

const page = document.getElementById('page')!;
page.replaceChildren(); // what the document shows until here
render(<App live={new Live(worker, taughtModels())} />, page);
keepOffline();
