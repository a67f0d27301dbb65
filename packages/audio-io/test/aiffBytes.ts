import { ascii } from './wavBytes.js';

/** What an AIFF file put together by hand says. */
export interface AiffFields {
  readonly form?: 'AIFF' | 'AIFC';
  readonly nChannels?: number;

  /** Samples of each channel that the header declares. */
  readonly nDeclared?: number;
  readonly bits?: number;

  /** The float of 80 bits. */
  readonly rate?: readonly number[];

  /** Left out in AIFF, which has none. */
  readonly compressionType?: string;

  /** Bytes between the header of the sound and its first sample. */
  readonly offset?: number;
  readonly soundSize?: number;
  readonly formSize?: number;

  /** Whether the sound comes before its description. */
  readonly soundFirst?: boolean;
}

/** 16000 Hz: 2^13 times 1.953125. */
export const rate16000 = [0x40, 0x0c, 0xfa, 0, 0, 0, 0, 0, 0, 0];

/** An AIFF file of one channel of 16 bits at 16 kHz, unless said otherwise. */
export function aiffBytes(data: readonly number[], fields: AiffFields = {}): Uint8Array {
  const { form = 'AIFF', nChannels = 1, bits = 16, rate = rate16000, compressionType, offset = 0 } = fields;
  const nDeclared = fields.nDeclared ?? Math.floor((8 * data.length) / (nChannels * bits));
  const type = compressionType === undefined ? [] : [...ascii(compressionType), 0, 0];
  const common = chunk('COMM', [
    ...uint16(nChannels),
    ...uint32(nDeclared),
    ...uint16(bits),
    ...rate,
    ...type,
  ]);
  const gap = new Array<number>(offset).fill(0xee);
  const sound = chunk('SSND', [...uint32(offset), ...uint32(0), ...gap, ...data], fields.soundSize);
  const chunks = fields.soundFirst ? [...sound, ...common] : [...common, ...sound];
  const size = fields.formSize ?? chunks.length + 4;
  return Uint8Array.from([...ascii('FORM'), ...uint32(size), ...ascii(form), ...chunks]);
}

function chunk(name: string, content: readonly number[], size = content.length): number[] {
  return [...ascii(name), ...uint32(size), ...content, ...(content.length % 2 === 1 ? [0] : [])];
}

function uint16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function uint32(value: number): number[] {
  return [...uint16(value >>> 16), ...uint16(value & 0xffff)];
}
