import { fileSystem } from './fileSystem.js';

/** Where something lies: a path in Node; elsewhere, and with a scheme, a URL. */
export type Place = string | URL;

/**
 * Reads a file from disk or by `fetch`.
 *
 * @throws the system's error with its `code` (`ENOENT`, …); an error of `code` 'ENOENT' too for an answer of 404 or 410
 */
export async function readPlace(place: Place, signal?: AbortSignal): Promise<Uint8Array> {
  const files = fileSystem();
  if (files && isOnDisk(place))
    return files.readFile(place instanceof URL ? place : pathOf(place), { signal });
  const response = await fetch(place, { signal: signal ?? null });
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  const error = new Error(`The server answered ${response.status} ${response.statusText}`.trim());
  throw Object.assign(error, {
    code: response.status === 404 || response.status === 410 ? 'ENOENT' : 'EHTTP',
  });
}

/** Whether a place is on this computer's disk when there is one: every path, and `file:` URLs. */
export function isOnDisk(place: Place): boolean {
  return place instanceof URL ? place.protocol === 'file:' : !isWebAddress(place);
}

function isWebAddress(text: string): boolean {
  return /^(https?|data|blob):/i.test(text);
}

function pathOf(place: string): string | URL {
  return place.startsWith('file:') ? new URL(place) : place;
}
