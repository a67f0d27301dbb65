import type { EncodedTrack, TrackCodec } from '../encodedTrack.js';
import { unsupportedContent } from '../containerErrors.js';
import { ebmlElements, floatOf, textOf, unsignedOf } from './ebml.js';

/** A track of audio as declared; its packets are in the clusters. */
export type WebmTrack = Omit<EncodedTrack, 'packets' | 'paddingSeconds'> & { readonly number: number };

/** Name in messages. */
export const webm = 'WebM or Matroska';

const audioType = 2;
const ids = {
  trackEntry: 0xae,
  number: 0xd7,
  type: 0x83,
  codec: 0x86,
  setup: 0x63a2,
  delay: 0x56aa,
  audio: 0xe1,
  encodings: 0x6d80,
  samplingFrequency: 0xb5,
  channels: 0x9f,
  bitDepth: 0x6264,
} as const;

const codecs: Readonly<Record<string, TrackCodec>> = {
  A_OPUS: 'opus',
  A_VORBIS: 'vorbis',
  A_FLAC: 'flac',
  A_ALAC: 'alac',
  'A_MPEG/L3': 'mp3',
  'A_PCM/INT/LIT': 'pcm',
  'A_PCM/INT/BIG': 'pcm',
  'A_PCM/FLOAT/IEEE': 'pcm',
};

/**
 * The first track of audio among the declared ones.
 *
 * @throws {SerError} `unsupported-format` for another codec
 * @see RFC 9559, section 5.1.4, https://www.rfc-editor.org/rfc/rfc9559
 */
export function firstAudioTrack(tracks: Uint8Array): WebmTrack | undefined {
  for (const [id, content] of ebmlElements(tracks)) {
    if (id !== ids.trackEntry) continue;
    const fields = new Map(ebmlElements(content));
    const type = fields.get(ids.type);
    if (type !== undefined && unsignedOf(type) === audioType) return audioTrack(fields);
  }
  return undefined;
}

function audioTrack(fields: ReadonlyMap<number, Uint8Array>): WebmTrack {
  const none = new Uint8Array(0);
  const id = textOf(fields.get(ids.codec) ?? none);
  if (fields.has(ids.encodings)) throw unsupportedContent(webm, `${id} that is compressed or encrypted`);
  const codec = id.startsWith('A_AAC') ? 'aac' : Object.hasOwn(codecs, id) ? codecs[id]! : undefined;
  if (codec === undefined) throw unsupportedContent(webm, `\`${id}\``);
  const audio = new Map(ebmlElements(fields.get(ids.audio) ?? none));
  const rate = audio.get(ids.samplingFrequency);
  const bits = unsignedOf(audio.get(ids.bitDepth) ?? Uint8Array.of(16));
  return {
    format: webm,
    number: unsignedOf(fields.get(ids.number) ?? none),
    codec,
    sampleRate: rate === undefined ? 8000 : floatOf(rate),
    nChannels: unsignedOf(audio.get(ids.channels) ?? Uint8Array.of(1)),
    setup: fields.get(ids.setup) ?? none,
    skippedSeconds: unsignedOf(fields.get(ids.delay) ?? none) / 1e9,
    ...(codec === 'pcm' && { pcm: pcmLayout(id, bits) }),
  };
}

function pcmLayout(id: string, bits: number): WebmTrack['pcm'] {
  const isFloat = id === 'A_PCM/FLOAT/IEEE';
  if (!(isFloat ? [32, 64] : [8, 16, 24, 32]).includes(bits)) {
    throw unsupportedContent(webm, `\`${id}\` of ${bits} bits`);
  }
  const kind = isFloat ? 'float' : bits === 8 ? 'unsigned8' : 'pcm';
  return { kind, bytesPerSample: bits / 8, littleEndian: id !== 'A_PCM/INT/BIG' };
}
