import type { Fields } from './fields.js';

/** The fixed fields of an entry of audio. */
export interface EntryFields {
  readonly type: string;
  readonly nChannels: number;
  readonly sampleRate: number;
  readonly bits: number;

  /** Flags of version 2: 1 float, 2 big-endian, 4 signed. `undefined` in other versions. */
  readonly flags: number | undefined;

  /** The boxes behind the fields. */
  readonly children: Uint8Array;
}

/** Reads the fixed fields, of version 0 of MP4, or of version 1 or 2 of QuickTime. */
export function entryFields(type: string, fields: Fields): EntryFields {
  fields.skip(8);
  const version = fields.unsigned(2);
  fields.skip(6);
  let nChannels = fields.unsigned(2);
  let bits = fields.unsigned(2);
  fields.skip(4);
  let sampleRate = fields.unsigned(4) / 65536;
  let flags: number | undefined;
  if (version === 1) fields.skip(16);
  if (version === 2) {
    fields.skip(4);
    sampleRate = fields.float64();
    nChannels = fields.unsigned(4);
    fields.skip(4);
    bits = fields.unsigned(4);
    flags = fields.unsigned(4);
    fields.skip(8);
  }
  return { type, nChannels, sampleRate, bits, flags, children: fields.rest() };
}
