/** How long to wait for the service worker, in ms; the page also works without it. */
const patience = 5000;

/** Keeps the page on the device. The development server has no service worker. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator) || !isBuilt()) return;
  void navigator.serviceWorker.register('service-worker.js').catch(() => undefined); // a private window may refuse
}

/** Waits until the service worker serves this page, so that the model is kept and the policy applies to workers. */
export async function whenOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isBuilt() || navigator.serviceWorker.controller) return;
  await new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, patience);
  });
}

/** Only the built page has a content security policy. */
function isBuilt(): boolean {
  return document.querySelector('meta[http-equiv="Content-Security-Policy"]') !== null;
}
