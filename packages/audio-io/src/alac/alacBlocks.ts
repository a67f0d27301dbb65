import type { MultichannelAudio } from '@ser/dsp';
import { AlacBits } from './alacBits.js';
import { type AlacConfig, parseCookie } from './cookie.js';
import { corruptAlac } from './corruptAlac.js';
import { element, readElement, readHead } from './packet.js';

/** Packets of ALAC, and the header of the stream. */
export interface AlacStream {
  readonly cookie: Uint8Array;
  readonly packets: Iterable<Uint8Array>;
}

/**
 * Decodes ALAC: 16, 20, 24, or 32 bits, 1 to 8 channels in the order of the stream. Samples are scaled by 2^-(bits - 1).
 *
 * @returns a block for each packet
 * @throws {SerError} `corrupt-file`
 * @see the reference decoder, https://github.com/macosforge/alac
 */
export function* alacBlocks({ cookie, packets }: AlacStream): Generator<MultichannelAudio> {
  const config = parseCookie(cookie);
  const scale = 2 ** (1 - config.bitDepth);
  for (const packet of packets) {
    const channels = readPacket(packet, config).map((samples) =>
      Float32Array.from(samples, (sample) => sample * scale),
    );
    yield { channels, sampleRate: config.sampleRate };
  }
}

/** Samples per channel of all packets, from their heads. */
export function alacSamples({ cookie, packets }: AlacStream): number {
  const config = parseCookie(cookie);
  let sum = 0;
  for (const packet of packets) {
    const bits = new AlacBits(packet);
    const type = bits.unsigned(3);
    if (type !== element.single && type !== element.pair && type !== element.low) {
      throw corruptAlac(`a packet that begins with an element of type ${type}`);
    }
    sum += readHead(bits, config).nSamples;
  }
  return sum;
}

function readPacket(packet: Uint8Array, config: AlacConfig): readonly Int32Array[] {
  const bits = new AlacBits(packet);
  const channels: Int32Array[] = [];
  while (channels.length < config.nChannels) {
    const type = bits.unsigned(3);
    if (type === element.single || type === element.low) channels.push(...readElement(bits, config, 1));
    else if (type === element.pair) channels.push(...readElement(bits, config, 2));
    else if (type === element.data) skipData(bits);
    else if (type === element.fill) skipFill(bits);
    else throw corruptAlac(`a packet of ${channels.length} channels`);
  }
  const lengths = new Set(channels.map(({ length }) => length));
  if (channels.length > config.nChannels || lengths.size > 1) {
    throw corruptAlac(`a packet of ${channels.length} channels of ${[...lengths].join(' and ')} samples`);
  }
  return channels;
}

function skipData(bits: AlacBits): void {
  bits.skip(4);
  const isAligned = bits.unsigned(1) === 1;
  let count = bits.unsigned(8);
  if (count === 255) count += bits.unsigned(8);
  if (isAligned) bits.alignToByte();
  bits.skip(8 * count);
}

function skipFill(bits: AlacBits): void {
  let count = bits.unsigned(4);
  if (count === 15) count += bits.unsigned(8) - 1;
  bits.skip(8 * count);
}
