import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import { type OggPage, oggPages } from './oggPages.js';

/** The pages of one stream of audio in an Ogg file; at least one. */
export type OggStream = readonly OggPage[];

/** How the first packet of each codec begins. */
const codecs = ['OpusHead', '\x01vorbis', '\x7fFLAC'] as const;

/**
 * The chained streams of audio in an Ogg file, in order. Of interleaved streams, only the first one is returned.
 *
 * @throws {SerError} as `oggPages`; `corrupt-file` without a stream of audio; `unsupported-format` if a later stream
 *   has another codec than the first
 * @see RFC 3533, section 4
 */
export function oggStreams(bytes: Uint8Array): readonly OggStream[] {
  const streams: OggPage[][] = [];
  let stream: OggPage[] = [];
  for (const page of oggPages(bytes)) {
    const isLater = page.isFirst && stream.length > 1;
    if (codecOf(page) !== undefined && (isLater || streams.length === 0)) {
      stream = [page];
      streams.push(stream);
    } else if (page.stream === stream[0]?.stream) stream.push(page);
  }
  const names = streams.map(([first]) => codecOf(first!));
  if (streams.length === 0) throw noStream();
  if (names.some((name) => name !== names[0])) throw mixedStreams('another codec', 'one codec');
  return streams;
}

/** The error for chained streams that cannot be joined. */
export function mixedStreams(found: string, expected: string): AudioError {
  return new AudioError(
    'unsupported-format',
    `Expected chained Ogg streams of ${expected}, got ${found} after the first stream. ` +
      'Convert it first: `ffmpeg -i in out.wav`.',
  );
}

function codecOf({ content }: OggPage): string | undefined {
  return codecs.find((codec) => hasTag(content, 0, codec));
}

function noStream(): AudioError {
  return new AudioError(
    'corrupt-file',
    'Expected a stream of audio in the Ogg file, found none. Download or copy the file again.',
  );
}
