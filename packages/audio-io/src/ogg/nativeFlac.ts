import { oggPages } from './oggPages.js';

/** Bytes before the native stream: a packet type, `FLAC`, a version (2 bytes), the number of headers (2 bytes). */
const mappingSize = 9;

/**
 * Extracts the FLAC file from an Ogg FLAC file, whose packets are the native headers and frames in order.
 *
 * @throws {SerError} `truncated-file` if the last page is cut off
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
