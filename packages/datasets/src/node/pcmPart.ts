import type { AudioSource } from '@ser/audio-io';

/** Where the samples of an uncompressed file are, and how to write a smaller file of the same format. */
export interface PcmLayout {
  /** In Hz. */
  readonly sampleRate: number;
  /** Bytes of one sample of all channels. */
  readonly frameSize: number;
  /** Position of the first sample in the file. */
  readonly dataStart: number;
  readonly nFrames: number;
  /** The header of a file with this number of sample bytes. */
  readonly headerFor: (nBytes: number) => Uint8Array;
}

interface Chunk {
  readonly id: string;
  readonly start: number;
  readonly size: number;
}

/** The layout of a WAV or AIFF file of uncompressed samples; `undefined` for others and for files with odd headers. */
export async function pcmLayout(source: AudioSource): Promise<PcmLayout | undefined> {
  if (source.size < 12) return undefined;
  const head = await source.read(0, 12);
  const form = textAt(head, 8);
  if (textAt(head, 0) === 'RIFF' && form === 'WAVE') return wavLayout(source);
  if (textAt(head, 0) === 'FORM' && (form === 'AIFF' || form === 'AIFC')) return aiffLayout(source, head);
  return undefined;
}

/** The codes of formats whose frames have a constant size: PCM, float, A-law, mu-law, and the extensible header. */
const constantFormats: readonly number[] = [1, 3, 6, 7, 0xfffe];

async function wavLayout(source: AudioSource): Promise<PcmLayout | undefined> {
  const { fmt, data } = await findChunks(source, 'data', true);
  if (!fmt || !data || fmt.size < 16 || fmt.size > 4096 || !isComplete(data, source)) return undefined;
  const format = await source.read(fmt.start, fmt.start + fmt.size);
  const view = viewOf(format);
  const frameSize = view.getUint16(12, true);
  if (!constantFormats.includes(view.getUint16(0, true)) || frameSize === 0) return undefined;
  return {
    sampleRate: view.getUint32(4, true),
    frameSize,
    dataStart: data.start,
    nFrames: Math.floor(data.size / frameSize),
    headerFor(nBytes) {
      const padded = format.length + (format.length % 2);
      const header = new Uint8Array(28 + padded);
      const bytes = viewOf(header);
      write(header, 0, 'RIFF');
      bytes.setUint32(4, 20 + padded + nBytes, true);
      write(header, 8, 'WAVEfmt ');
      bytes.setUint32(16, format.length, true);
      header.set(format, 20);
      write(header, 20 + padded, 'data');
      bytes.setUint32(24 + padded, nBytes, true);
      return header;
    },
  };
}

/** The compression types of AIFF-C that are none. */
const plainTypes: readonly string[] = ['NONE', 'sowt', 'twos', 'fl32', 'FL32', 'fl64', 'FL64'];

async function aiffLayout(source: AudioSource, form: Uint8Array): Promise<PcmLayout | undefined> {
  const { COMM: common, SSND: sound } = await findChunks(source, 'SSND', false);
  if (!common || !sound || common.size < 18 || common.size > 4096 || !isComplete(sound, source)) {
    return undefined;
  }
  const comm = await source.read(common.start, common.start + common.size);
  const view = viewOf(comm);
  const isPlain = textAt(form, 8) === 'AIFF' || plainTypes.includes(textAt(comm, 18));
  const frameSize = view.getUint16(0) * Math.ceil(view.getUint16(6) / 8);
  const offset = viewOf(await source.read(sound.start, sound.start + 8)).getUint32(0);
  if (!isPlain || frameSize === 0 || offset !== 0) return undefined;
  const nFrames = Math.min(view.getUint32(2), Math.floor((sound.size - 8) / frameSize));
  return {
    sampleRate: extendedFloat(view, 8),
    frameSize,
    dataStart: sound.start + 8,
    nFrames,
    headerFor(nBytes) {
      const padded = comm.length + (comm.length % 2);
      const header = new Uint8Array(36 + padded);
      const bytes = viewOf(header);
      header.set(form);
      bytes.setUint32(4, 28 + padded + nBytes);
      write(header, 12, 'COMM');
      bytes.setUint32(16, comm.length);
      header.set(comm, 20);
      bytes.setUint32(22, nBytes / frameSize);
      write(header, 20 + padded, 'SSND');
      bytes.setUint32(24 + padded, 8 + nBytes);
      return header;
    },
  };
}

/** The chunks of a file up to the one with the samples, by their names without spaces. */
async function findChunks(
  source: AudioSource,
  last: string,
  littleEndian: boolean,
): Promise<Readonly<Record<string, Chunk | undefined>>> {
  const found: Record<string, Chunk> = {};
  let position = 12;
  while (position + 8 <= source.size && !found[last]) {
    const bytes = await source.read(position, position + 8);
    const chunk = {
      id: textAt(bytes, 0).trim(),
      start: position + 8,
      size: viewOf(bytes).getUint32(4, littleEndian),
    };
    found[chunk.id] ??= chunk;
    position = chunk.start + chunk.size + (chunk.size % 2);
  }
  return found;
}

/** Whether the samples are as long as the header says. */
function isComplete({ start, size }: Chunk, source: AudioSource): boolean {
  return size > 0 && start + size <= source.size;
}

/** The number with 80 bits in which AIFF has its sample rate. */
function extendedFloat(view: DataView, at: number): number {
  const exponent = view.getUint16(at) & 0x7fff;
  return view.getUint32(at + 2) * 2 ** (exponent - 16_383 - 31);
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function write(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
