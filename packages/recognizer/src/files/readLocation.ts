import { fileSystem } from './fileSystem.js';
import { type OnReceived, receive } from './receive.js';

/** A path in Node or a URL; a string with a scheme is a URL, and in a browser every string is. */
export type FileLocation = string | URL;

/**
 * Reads a file from disk or with `fetch`.
 *
 * @throws the system's error with its `code` (`ENOENT`, …); for HTTP status 404 or 410 also an error with `code` 'ENOENT'
 */
export async function readLocation(
  location: FileLocation,
  signal?: AbortSignal,
  onReceived?: OnReceived,
): Promise<Uint8Array> {
  const system = fileSystem();
  if (system && isOnDisk(location))
    return system.readFile(location instanceof URL ? location : pathOf(location), { signal });
  const response = await fetch(location, { signal: signal ?? null });
  if (response.ok) return receive(response, onReceived);
  const error = new Error(`The server answered ${response.status} ${response.statusText}`.trim());
  throw Object.assign(error, {
    code: response.status === 404 || response.status === 410 ? 'ENOENT' : 'EHTTP',
  });
}

/** Whether a location is on the local disk: every path and every `file:` URL. */
export function isOnDisk(location: FileLocation): boolean {
  return location instanceof URL ? location.protocol === 'file:' : !/^(https?|data|blob):/i.test(location);
}

/** A path that may be a `file:` URL as Node's functions accept it. */
export function pathOf(location: string): string | URL {
  return location.startsWith('file:') ? new URL(location) : location;
}
