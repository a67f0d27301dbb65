import { adtsStream } from '../aac/adts.js';
import { parseAudioConfig } from '../aac/audioConfig.js';
import { amrFile } from '../amr/amrFrames.js';
import { opusSamples, vorbisSamples } from '../ogg/packetSamples.js';
import { unsupportedContent } from './containerErrors.js';
import type { EncodedTrack } from './encodedTrack.js';
import { oggStream, type PositionedPacket } from './oggStream.js';
import type { TrackHeader } from './trackHeader.js';
import { vorbisHeaders } from './vorbisHeaders.js';

/** A track as a file of its own, for the decoder of that format. */
export interface Elementary {
  readonly bytes: Uint8Array;

  /** Samples per channel to drop at the start of what the decoder gives. */
  readonly skip: number;
}

/**
 * A track of Opus or Vorbis as Ogg, of AAC as ADTS, of MP3 or AMR as it is.
 *
 * @throws {SerError} `unsupported-format` for AAC that ADTS cannot describe, such as AAC-ELD
 */
export function elementaryStream(track: EncodedTrack, header: TrackHeader): Elementary {
  const { codec, packets } = track;
  if (codec === 'opus') return { bytes: oggOpus(track, header), skip: 0 };
  if (codec === 'vorbis') return { bytes: oggVorbis(track, header), skip: header.skip };
  if (codec === 'aac') return { bytes: adts(track), skip: header.skip };
  if (codec === 'amr' || codec === 'amr-wb') {
    return { bytes: amrFile(codec === 'amr-wb', packets.joined()), skip: header.skip };
  }
  return { bytes: packets.joined(), skip: header.skip };
}

/** An empty comment header. */
const opusTags = new TextEncoder().encode('OpusTags\x03\0\0\0ser\0\0\0\0');

/** The decoder drops the samples before `skip` and after the position of the last page. */
function oggOpus({ setup, packets }: EncodedTrack, { skip, nSamples }: TrackHeader): Uint8Array {
  const head = setup.slice();
  new DataView(head.buffer).setUint16(10, Math.min(skip, 65535), true);
  const lengths = Array.from(packets, opusSamples);
  const headers = [head, opusTags].map((bytes) => ({ bytes, position: 0 }));
  return oggStream([...headers, ...positioned(track(packets, lengths), skip + nSamples)], headers.length);
}

function oggVorbis(vorbis: EncodedTrack, { skip, nSamples }: TrackHeader): Uint8Array {
  const headers = vorbisHeaders(vorbis);
  const asPacket = (bytes: Uint8Array) => ({ bytes, page: 0 });
  const lengths = vorbisSamples(headers.map(asPacket), Array.from(vorbis.packets, asPacket));
  const first = headers.map((bytes) => ({ bytes, position: 0 }));
  return oggStream([...first, ...positioned(track(vorbis.packets, lengths), skip + nSamples)], first.length);
}

type Timed = readonly (readonly [packet: Uint8Array, nSamples: number])[];

function track(packets: Iterable<Uint8Array>, lengths: readonly number[]): Timed {
  return Array.from(packets, (packet, i) => [packet, lengths[i]!] as const);
}

/** Packets with the positions of their last samples, of which the last is at most `end`. */
function positioned(packets: Timed, end: number): PositionedPacket[] {
  let position = 0;
  return packets.map(([bytes, nSamples], i) => {
    position += nSamples;
    return { bytes, position: i === packets.length - 1 ? Math.min(position, end) : position };
  });
}

function adts({ format, setup, packets }: EncodedTrack): Uint8Array {
  const config = parseAudioConfig(setup);
  const stream = config && adtsStream(config, packets);
  if (stream === undefined) {
    throw unsupportedContent(format, `AAC of object type ${config?.objectType ?? 0}`);
  }
  return stream;
}
