import { requireInteger } from '@ser/core';
import { AudioError } from '../errors.js';

/** The fields of the header of a written WAV file. */
export interface WavHeader {
  readonly isFloat: boolean;

  /** Bytes per sample. */
  readonly width: number;
  readonly nChannels: number;

  /** Samples per channel. */
  readonly nSamples: number;

  /** In Hz. */
  readonly sampleRate: number;
}

/** All bytes of a WAV file before its samples. Float files contain the `fact` chunk that the standard requires. */
export function wavHeader({ isFloat, width, nChannels, nSamples, sampleRate }: WavHeader): Uint8Array {
  const frameBytes = nChannels * width;
  const dataSize = nSamples * frameBytes;
  requireHeaderFields(sampleRate, nChannels, dataSize);
  const formatFields = [
    uint16(isFloat ? 3 : 1),
    uint16(nChannels),
    uint32(sampleRate),
    uint32(sampleRate * frameBytes),
    uint16(frameBytes),
    uint16(8 * width),
  ];
  const body = [
    ascii('WAVE'),
    ...chunk('fmt ', isFloat ? [...formatFields, uint16(0)] : formatFields),
    ...(isFloat ? chunk('fact', [uint32(nSamples)]) : []),
    ascii('data'),
    uint32(dataSize),
  ].flat();
  return Uint8Array.from([ascii('RIFF'), uint32(body.length + dataSize + (dataSize % 2)), body].flat());
}

function requireHeaderFields(sampleRate: number, nChannels: number, dataSize: number): void {
  requireInteger('sampleRate', sampleRate, { min: 1, max: 2 ** 32 - 1 });
  if (nChannels > 0xffff || dataSize > 0xffffff00) {
    throw new AudioError(
      'invalid-option',
      `A WAV file can hold at most 65535 channels and 4294967040 bytes of samples; got ${nChannels} channels and ` +
        `${dataSize} bytes. Write several files.`,
    );
  }
}

function chunk(name: string, fields: readonly number[][]): number[][] {
  const content = fields.flat();
  return [ascii(name), uint32(content.length), content];
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function uint16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function uint32(value: number): number[] {
  return [...uint16(value % 2 ** 16), ...uint16(Math.floor(value / 2 ** 16))];
}
