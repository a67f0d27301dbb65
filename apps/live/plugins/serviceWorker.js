/* global self, caches, fetch, Headers, Request, Response */

/** Replaced by the build: version, content security policy, files to keep at once, and all files of the page. */
const { version, policy, shell, files } = self.settings;

const cacheName = 'ser-live';

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(removeOldFiles()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

async function keepShell() {
  const cache = await caches.open(cacheName);
  await cache.addAll(shell.map((file) => new Request(file, { cache: 'reload' })));
  await self.skipWaiting();
}

/** Files of earlier versions; the names of scripts change with their content. */
async function removeOldFiles() {
  const cache = await caches.open(cacheName);
  const current = new Set([...shell, ...files].map((file) => new URL(file, self.location.href).href));
  for (const request of await cache.keys()) if (!current.has(request.url)) await cache.delete(request);
  await self.clients.claim();
}

/** The kept file, or one from the server, which is kept for the next time. */
async function answer(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return withPolicy(kept);
  const response = await fetch(request);
  if (response.ok && response.status === 200) await cache.put(request, response.clone());
  return withPolicy(response);
}

/** The policy as a header also applies to workers, to which the page's own policy does not. */
function withPolicy(response) {
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set('X-Page-Version', version);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
