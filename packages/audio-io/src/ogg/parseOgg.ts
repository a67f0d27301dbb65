import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import { oggPages } from './oggPages.js';

/** What the headers of an Ogg Vorbis or Ogg Opus file say. */
export interface OggLayout {
  readonly codec: 'vorbis' | 'opus';

  /** In Hz. Opus is always decoded at 48000. */
  readonly sampleRate: number;
  readonly nChannels: number;

  /** Samples per channel. */
  readonly nSamples: number;
}

const opusRate = 48000;

/**
 * Reads the identification header of an Ogg Vorbis or Ogg Opus file, and its length from the last page.
 *
 * If several streams are chained or interleaved, only the first one is read.
 *
 * @throws {SerError} `truncated-file` if the last page is cut off; `corrupt-file`
 * @see RFC 7845, section 5.1; https://xiph.org/vorbis/doc/Vorbis_I_spec.html, section 4.2.2
 */
export function parseOgg(bytes: Uint8Array): OggLayout {
  const pages = oggPages(bytes);
  const head = pages[0]!.content;
  const isOpus = hasTag(head, 0, 'OpusHead');
  if (head.length < 19) throw corruptOgg(`${head.length} bytes`);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const nChannels = view.getUint8(isOpus ? 9 : 11);
  const sampleRate = isOpus ? opusRate : view.getUint32(12, true);
  if (nChannels === 0 || sampleRate === 0) throw corruptOgg(`${nChannels} channels at ${sampleRate} Hz`);
  const skipped = isOpus ? view.getUint16(10, true) : 0;
  const end = pages.reduce((last, { position }) => position ?? last, 0);
  return { codec: isOpus ? 'opus' : 'vorbis', sampleRate, nChannels, nSamples: Math.max(0, end - skipped) };
}

function corruptOgg(found: string): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected a valid Ogg header, got one of ${found}. Download or copy the file again.`,
  );
}
