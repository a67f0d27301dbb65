import { EncoderError } from '../errors.js';
import { DiskFolder } from './diskFolder.js';
import { type DownloadOptions, requireDownloadOptions } from './downloadOptions.js';
import type { EncoderFolder } from './encoderFolder.js';
import { nodeModules } from './nodeModules.js';
import { UrlFolder } from './urlFolder.js';

/**
 * The files at a location: a path or `file:` URL is a folder on disk; `http:` and `https:` URLs are downloaded, in a page
 * also relative ones.
 *
 * @throws {SerError} `invalid-option`, `offline`
 */
export function openFolder(location: string, options: DownloadOptions = {}): EncoderFolder {
  requireDownloadOptions(options);
  if (/^https?:/i.test(location)) return new UrlFolder(location, options);
  const node = nodeModules();
  if (node === undefined) return new UrlFolder(absoluteUrl(location), options);
  if (options.offline === true && isNetworkShare(location)) {
    throw new EncoderError(
      'offline',
      `The encoder '${location}' is on a network share, and \`offline\` is set. Copy it to a local folder.`,
    );
  }
  const path = /^file:/i.test(location) ? node.url.fileURLToPath(location) : location;
  return new DiskFolder(path, node, options);
}

/** In a page, a path is relative to its address. */
function absoluteUrl(location: string): string {
  const { location: page } = globalThis as { readonly location?: { readonly href: string } };
  return new URL(location, page?.href).href;
}

/** `\\server\share` of Windows: opening it logs in to the server. */
function isNetworkShare(location: string): boolean {
  return /^([\\/]{2}|file:\/\/[^/])/i.test(location);
}
