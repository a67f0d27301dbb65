/* global document, fetch, navigator, Worker */
import { embedTone } from './embedTone.js';

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });

/** The answers of the worker and of the page are posted to the server of the page. */
function post(answer) {
  const text = JSON.stringify({ ...answer, userAgent: navigator.userAgent });
  document.body.textContent = text;
  void fetch('/answer', { method: 'POST', body: text });
}

worker.onmessage = ({ data: inWorker }) => {
  embedTone().then(
    (inPage) => post({ inWorker, inPage }),
    (error) => post({ inWorker, inPage: { error: String(error) } }),
  );
};
worker.onerror = ({ message }) => post({ error: message });
