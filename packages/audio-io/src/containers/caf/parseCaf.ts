import { hasTag } from '../../bytes/hasTag.js';
import type { EncodedTrack, TrackCodec } from '../encodedTrack.js';
import { corruptContainer, truncatedContainer, unsupportedContent } from '../containerErrors.js';
import { elementaryStream } from '../mp4/elementaryStream.js';
import { newHead } from '../opusHead.js';
import { PacketList } from '../packetList.js';
import { cafChunks, type CafChunks } from './cafChunks.js';
import { addTablePackets, type PacketTable, parsePacketTable } from './packetTable.js';

/** Name in messages. */
const caf = 'Core Audio';

/** The `desc` chunk. */
interface Description {
  readonly sampleRate: number;
  readonly type: string;
  readonly flags: number;
  /** 0 if it varies. */
  readonly bytesPerPacket: number;
  /** 0 if it varies. */
  readonly framesPerPacket: number;
  readonly nChannels: number;
  readonly bits: number;
}

const codecs: Readonly<Record<string, TrackCodec>> = {
  alac: 'alac',
  opus: 'opus',
  flac: 'flac',
  '.mp3': 'mp3',
  'ms\0U': 'mp3',
  'aac ': 'aac',
  aach: 'aac',
  aacp: 'aac',
  samr: 'amr',
  sawb: 'amr-wb',
};

/**
 * The track of a Core Audio Format file.
 *
 * @throws {SerError} `truncated-file` if the file is shorter than declared; `corrupt-file`; `unsupported-format`
 * @see Apple Core Audio Format Specification 1.0
 */
export function parseCaf(bytes: Uint8Array): EncodedTrack {
  const chunks = cafChunks(bytes, caf);
  const description = parseDescription(chunks.desc);
  const { type, sampleRate, nChannels } = description;
  const pcm = pcmOf(description);
  if (pcm !== undefined) {
    const packets = new PacketList(bytes);
    const frameBytes = pcm.bytesPerSample * nChannels;
    const nFrames = Math.floor(chunks.data.size / frameBytes);
    if (nFrames > 0) packets.add(chunks.data.start, nFrames * frameBytes);
    const setup = new Uint8Array(0);
    return { format: caf, codec: 'pcm', sampleRate, nChannels, setup, pcm, packets, ...untimed };
  }
  const codec = Object.hasOwn(codecs, type) ? codecs[type]! : undefined;
  if (codec === undefined) throw unsupportedContent(caf, `\`${type}\``);
  const table = chunks.pakt === undefined ? undefined : parsePacketTable(chunks.pakt, caf);
  const packets = new PacketList(bytes);
  addTablePackets(packets, chunks.data, table, description, caf);
  const setup = setupOf(codec, chunks, description, table);
  return {
    format: caf,
    codec: setup.codec,
    sampleRate,
    nChannels,
    setup: setup.bytes,
    packets,
    ...timing(table, sampleRate),
  };
}

type Timing = Pick<EncodedTrack, 'skippedSeconds' | 'paddingSeconds' | 'seconds' | 'tick'>;

const untimed: Timing = { skippedSeconds: 0, paddingSeconds: 0 };

function timing(table: PacketTable | undefined, sampleRate: number): Timing {
  if (table === undefined || table.nFrames <= 0) return untimed;
  const skippedSeconds = table.priming / sampleRate;
  return { ...untimed, skippedSeconds, seconds: table.nFrames / sampleRate, tick: 1 / sampleRate };
}

function parseDescription(desc: Uint8Array): Description {
  if (desc.length < 32) throw truncatedContainer(caf, 'a `desc` chunk of 32 bytes', desc.length);
  const view = new DataView(desc.buffer, desc.byteOffset, desc.byteLength);
  const sampleRate = view.getFloat64(0);
  const nChannels = view.getUint32(24);
  if (!(sampleRate >= 1 && sampleRate < 2 ** 32)) throw corruptContainer(caf, 'a sample rate', sampleRate);
  if (nChannels < 1 || nChannels > 255) throw corruptContainer(caf, '1 to 255 channels', nChannels);
  return {
    sampleRate: Math.floor(sampleRate),
    type: String.fromCharCode(...desc.subarray(8, 12)),
    flags: view.getUint32(12),
    bytesPerPacket: view.getUint32(16),
    framesPerPacket: view.getUint32(20),
    nChannels,
    bits: view.getUint32(28),
  };
}

function pcmOf({ type, flags, bits }: Description): EncodedTrack['pcm'] {
  if (type === 'alaw') return { kind: 'alaw', bytesPerSample: 1, littleEndian: true };
  if (type === 'ulaw') return { kind: 'mulaw', bytesPerSample: 1, littleEndian: true };
  if (type !== 'lpcm') return undefined;
  const isFloat = (flags & 1) !== 0;
  if (!(isFloat ? [32, 64] : [8, 16, 24, 32]).includes(bits)) {
    throw unsupportedContent(caf, `${isFloat ? 'float' : 'PCM'} of ${bits} bits`);
  }
  return { kind: isFloat ? 'float' : 'pcm', bytesPerSample: bits / 8, littleEndian: (flags & 2) !== 0 };
}

/** The header of the codec, from the `kuki` chunk. */
function setupOf(
  codec: TrackCodec,
  { kuki }: CafChunks,
  { nChannels }: Description,
  table: PacketTable | undefined,
): { readonly codec: TrackCodec; readonly bytes: Uint8Array } {
  if (codec === 'aac' && kuki[0] === 3) {
    const { codec: found, setup } = elementaryStream(kuki, caf);
    return { codec: found, bytes: setup };
  }
  if (codec === 'opus' && !hasTag(kuki, 0, 'OpusHead')) {
    return {
      codec,
      bytes: newHead({ nChannels, preSkip: Math.max(0, Math.min(65535, table?.priming ?? 0)) }),
    };
  }
  return { codec, bytes: kuki };
}
