import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import { type OggStream, oggStreams } from './oggStreams.js';
import { packets } from './packets.js';
import { opusSamples, vorbisSamples } from './packetSamples.js';

/** What the headers of an Ogg Vorbis or Ogg Opus stream say. */
export interface OggLayout {
  readonly codec: 'vorbis' | 'opus';

  /** In Hz. Opus is always decoded at 48000. */
  readonly sampleRate: number;
  readonly nChannels: number;

  /** Samples per channel. */
  readonly nSamples: number;

  /** Factor by which the decoded samples must be multiplied: the output gain of Opus, otherwise 1. */
  readonly gain: number;
}

const opusRate = 48000;

/**
 * Reads the identification header of each chained stream of an Ogg Vorbis or Ogg Opus file, and its length from the
 * positions of its pages.
 *
 * @throws {SerError} `truncated-file` if the last page is cut off; `corrupt-file`
 * @see RFC 7845, section 5.1; https://xiph.org/vorbis/doc/Vorbis_I_spec.html, section 4.2.2
 */
export function parseOgg(bytes: Uint8Array): readonly OggLayout[] {
  return oggStreams(bytes).map(streamLayout);
}

/** The layout of one stream. */
export function streamLayout(stream: OggStream): OggLayout {
  const head = stream[0]!.content;
  const isOpus = hasTag(head, 0, 'OpusHead');
  if (head.length < 19) throw corruptOgg(`${head.length} bytes`);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const nChannels = view.getUint8(isOpus ? 9 : 11);
  const sampleRate = isOpus ? opusRate : view.getUint32(12, true);
  if (nChannels === 0 || sampleRate === 0) throw corruptOgg(`${nChannels} channels at ${sampleRate} Hz`);
  const skipped = isOpus ? view.getUint16(10, true) : 0;
  const end = stream.reduce((last, { position }) => position ?? last, 0);
  const nSamples = Math.max(0, end - skipped - firstPosition(stream, isOpus));
  const gain = isOpus ? 10 ** (view.getInt16(16, true) / 256 / 20) : 1;
  return { codec: isOpus ? 'opus' : 'vorbis', sampleRate, nChannels, nSamples, gain };
}

/** Position of the first sample: not 0 if the stream was cut out of a longer one. */
function firstPosition(stream: OggStream, isOpus: boolean): number {
  const page = stream.findIndex(({ position }) => position !== undefined && position > 0);
  if (page === -1) return 0;
  const all = packets(stream, page + 1);
  const nHeaders = isOpus ? 2 : 3;
  const audio = all.slice(nHeaders);
  if (audio.length === 0) return 0;
  const lengths = isOpus
    ? audio.map(({ bytes }) => opusSamples(bytes))
    : vorbisSamples(all.slice(0, nHeaders), audio);
  return Math.max(0, stream[page]!.position! - lengths.reduce((sum, length) => sum + length, 0));
}

function corruptOgg(found: string): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected a valid Ogg header, got one of ${found}. Download or copy the file again.`,
  );
}
