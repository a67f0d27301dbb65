import { ascii, uint32 } from './wavBytes.js';

/** What the MP3 frames put together by hand are like. */
export interface MpegFields {
  readonly nFrames?: number;

  /** @default MPEG 1, layer III, 128 kbit/s, 44100 Hz, mono: frames of 417 bytes and 1152 samples */
  readonly header?: readonly [number, number, number, number];
  readonly frameSize?: number;

  /** What the encoder's note in the first frame counts; no such frame when left out. */
  readonly info?: {
    readonly nFrames?: number;
    readonly nBytes?: number;
    readonly delay?: number;
    readonly padding?: number;
  };
}

export const monoHeader = [0xff, 0xfb, 0x90, 0xc0] as const;

/** Frames of silence, or of nothing that would decode: only their headers are of use. */
export function mpegBytes(fields: MpegFields = {}): Uint8Array {
  const { nFrames = 3, header = monoHeader, frameSize = 417, info } = fields;
  const frame = [...header, ...new Array<number>(frameSize - header.length).fill(0)];
  const frames = Array.from({ length: nFrames }, () => frame).flat();
  return Uint8Array.from(info === undefined ? frames : [...infoFrame(frame, info), ...frames]);
}

/** The note begins behind the side information, which mono MPEG 1 has 17 bytes of. */
function infoFrame(frame: readonly number[], info: NonNullable<MpegFields['info']>): number[] {
  const { nFrames, nBytes, delay = 0, padding = 0 } = info;
  const flags = (nFrames === undefined ? 0 : 1) + (nBytes === undefined ? 0 : 2);
  const count = [nFrames, nBytes].flatMap((value) => (value === undefined ? [] : uint32(value).reverse()));
  const silence = [delay >> 4, ((delay & 15) << 4) | (padding >> 8), padding & 0xff];
  const note = [
    ...ascii('Info'),
    0,
    0,
    0,
    flags,
    ...count,
    ...ascii('LAME3.100'),
    ...new Array(12).fill(0),
    ...silence,
  ];
  const bytes = [...frame];
  bytes.splice(4 + 17, note.length, ...note);
  return bytes;
}
