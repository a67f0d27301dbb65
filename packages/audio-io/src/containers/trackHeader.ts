import { parseAudioConfig } from '../aac/audioConfig.js';
import { alacSamples } from '../alac/alacBlocks.js';
import { parseCookie } from '../alac/cookie.js';
import { amrFile, amrInfo } from '../amr/amrFrames.js';
import { hasTag } from '../bytes/hasTag.js';
import { flacInfo } from '../flac/flacInfo.js';
import type { AudioHeader } from '../header/audioInfo.js';
import { mpegInfo } from '../mpeg/mpegInfo.js';
import { opusSamples, vorbisSamples } from '../ogg/packetSamples.js';
import { encodingOf } from '../pcm/sampleLayout.js';
import { corruptContainer, truncatedContainer } from './containerErrors.js';
import type { EncodedTrack } from './encodedTrack.js';
import { nativeFlac } from './nativeFlac.js';
import { vorbisHeaders } from './vorbisHeaders.js';

/** What a track contains, after the silence that its encoder added is removed. */
export interface TrackHeader extends AudioHeader {
  /** Samples per channel to drop at the start of what the decoder gives. */
  readonly skip: number;
}

/**
 * The header of a track, from the header of its codec, its packets, and what the container says about its start and end.
 *
 * @throws {SerError} `truncated-file` if the packets contain less than declared; `corrupt-file`
 */
export function trackHeader(track: EncodedTrack): TrackHeader {
  const coded = readers[track.codec](track);
  const { sampleRate, nChannels, nSamples: nCoded } = coded;
  if (!(sampleRate >= 1 && sampleRate < 2 ** 32) || nChannels < 1) {
    throw corruptContainer(track.format, 'a sample rate and channels', `${sampleRate} Hz and ${nChannels}`);
  }
  const skip = Math.max(coded.skip ?? 0, Math.round(track.skippedSeconds * sampleRate));
  const padding = Math.round(track.paddingSeconds * sampleRate);
  const nFound = Math.max(0, nCoded - skip - padding);
  const { seconds, tick = 0 } = track;
  const nDeclared = seconds === undefined ? nFound : Math.round(seconds * sampleRate);
  if (nDeclared > nFound + Math.ceil(tick * sampleRate) + maxLost * (coded.frameSamples ?? 0)) {
    throw truncatedContainer(track.format, `${nDeclared} samples`, nFound);
  }
  return { encoding: coded.encoding, sampleRate, nChannels, skip, nSamples: Math.min(nDeclared, nFound) };
}

/** Packets that writers count as whole although the last one is not. */
const maxLost = 1;

interface CodedHeader extends AudioHeader {
  /** Samples to drop, by the header of the codec. */
  readonly skip?: number;
  /** Samples per channel of a packet, of codecs whose packets are of one length. */
  readonly frameSamples?: number;
}

const readers: Readonly<Record<EncodedTrack['codec'], (track: EncodedTrack) => CodedHeader>> = {
  opus: opusHeader,
  vorbis: vorbisHeader,
  flac: (track) => flacInfo(nativeFlac(track)),
  alac: alacHeader,
  aac: aacHeader,
  mp3: ({ packets }) => ({ ...mpegInfo(packets.joined()), frameSamples: 1152 }),
  amr: ({ packets }) => amrInfo(amrFile(false, packets.joined())),
  'amr-wb': ({ packets }) => amrInfo(amrFile(true, packets.joined())),
  pcm: pcmHeader,
};

function opusHeader({ format, setup, packets }: EncodedTrack): CodedHeader {
  if (setup.length < 19 || !hasTag(setup, 0, 'OpusHead')) {
    throw corruptContainer(format, 'a header of Opus', `${setup.length} bytes`);
  }
  let nSamples = 0;
  for (const packet of packets) nSamples += opusSamples(packet);
  const skip = setup[10]! + 256 * setup[11]!;
  return { encoding: 'opus', sampleRate: 48000, nChannels: setup[9]!, nSamples, skip, frameSamples: 960 };
}

function vorbisHeader(track: EncodedTrack): CodedHeader {
  const headers = vorbisHeaders(track);
  const [identification] = headers;
  const { length } = identification!;
  if (length < 30 || !hasTag(identification!, 0, '\x01vorbis')) {
    throw corruptContainer(track.format, 'a header of Vorbis', `${length} bytes`);
  }
  const view = new DataView(identification!.buffer, identification!.byteOffset, length);
  const asPacket = (bytes: Uint8Array) => ({ bytes, page: 0 });
  const lengths = vorbisSamples(headers.map(asPacket), Array.from(track.packets, asPacket));
  const nSamples = lengths.reduce((sum, samples) => sum + samples, 0);
  return { encoding: 'vorbis', sampleRate: view.getUint32(12, true), nChannels: view.getUint8(11), nSamples };
}

function alacHeader({ setup, packets }: EncodedTrack): CodedHeader {
  const { bitDepth, sampleRate, nChannels, frameLength } = parseCookie(setup);
  const nSamples = alacSamples({ cookie: setup, packets });
  return { encoding: `alac${bitDepth}`, sampleRate, nChannels, nSamples, frameSamples: frameLength };
}

function aacHeader({ format, setup, nChannels, packets }: EncodedTrack): CodedHeader {
  const config = parseAudioConfig(setup);
  if (config === undefined) throw corruptContainer(format, 'a header of AAC', `${setup.length} bytes`);
  const { sampleRate, coreRate } = config;
  const frameSamples = Math.round((config.frameSamples * sampleRate) / coreRate);
  return {
    encoding: 'aac',
    sampleRate,
    nChannels: config.nChannels === 0 ? nChannels : config.nChannels,
    nSamples: packets.length * frameSamples,
    frameSamples,
  };
}

function pcmHeader({ pcm, sampleRate, nChannels, packets }: EncodedTrack): CodedHeader {
  const nSamples = Math.floor(packets.nBytes / (pcm!.bytesPerSample * nChannels));
  return { encoding: encodingOf(pcm!), sampleRate: Math.floor(sampleRate), nChannels, nSamples };
}
