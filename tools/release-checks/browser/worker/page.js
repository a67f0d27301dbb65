/* global document, fetch, navigator, Worker */
const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });

/** What the worker has to say goes back to the server that gave the page. */
function tell(answer) {
  const text = JSON.stringify({ ...answer, userAgent: navigator.userAgent });
  document.body.textContent = text;
  void fetch('/answer', { method: 'POST', body: text });
}

worker.onmessage = ({ data }) => tell(data);
worker.onerror = ({ message }) => tell({ error: message });
