import { folderFiles } from './folderFiles.js';
import { httpFiles } from './httpFiles.js';
import { Store } from './store.js';

/**
 * Opens a store: a folder, or files behind an `http(s)://` URL. The environment variable `SER_STORE_AUTHORIZATION` is the
 * `Authorization` header of its requests.
 *
 * @param location as other machines also find it: a shared folder at the same path, or a URL
 *
 * @example
 * const store = openStore('/mnt/shared/ser');
 */
export function openStore(location: string): Store {
  if (!isUrl(location)) return new Store(folderFiles(location));
  return new Store(httpFiles(location, { authorization: process.env['SER_STORE_AUTHORIZATION'] }));
}

/** Whether recordings or a store are behind a URL. */
export function isUrl(location: string): boolean {
  return /^https?:\/\//.test(location);
}
