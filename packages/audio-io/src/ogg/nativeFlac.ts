import { oggPages } from './oggPages.js';

/** In front of the native stream: a byte, `FLAC`, two of a version, two of a number of headers. */
const mappingSize = 9;

/**
 * The FLAC file within an Ogg FLAC file: its packets are the native headers and frames, one after the other.
 *
 * @throws {SerError} `truncated-file` when the last page is cut off
 * @see RFC 9639, section 10.1, https://www.rfc-editor.org/rfc/rfc9639
 */
export function nativeFlac(bytes: Uint8Array): Uint8Array {
  const pages = oggPages(bytes);
  const stream = new Uint8Array(pages.reduce((size, { content }) => size + content.length, 0));
  let end = 0;
  for (const { content } of pages) {
    stream.set(content, end);
    end += content.length;
  }
  return stream.subarray(mappingSize);
}
