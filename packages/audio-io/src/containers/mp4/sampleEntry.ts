import type { EncodedTrack, TrackCodec } from '../encodedTrack.js';
import { unsupportedContent } from '../containerErrors.js';
import { opusHead } from '../opusHead.js';
import { boxAt, boxes } from './boxes.js';
import { elementaryStream } from './elementaryStream.js';
import { Fields, mp4 } from './fields.js';
import { pcmOf } from './pcmEntry.js';
import { type EntryFields, entryFields } from './sampleEntryFields.js';

/** What the entry of `stsd` says about the samples of a track. */
export type SampleEntry = Pick<EncodedTrack, 'codec' | 'sampleRate' | 'nChannels' | 'setup' | 'pcm'>;

/**
 * Reads the first entry of a `stsd` box of audio, of MP4 or QuickTime.
 *
 * @throws {SerError} `unsupported-format` for another codec, or encrypted samples; `corrupt-file`
 * @see ISO/IEC 14496-12, section 12.2.3; QuickTime File Format, "Sound Sample Descriptions"
 */
export function parseSampleEntry(stsd: Uint8Array): SampleEntry {
  const [first] = boxes(stsd.subarray(8));
  const fields = new Fields(first?.content ?? new Uint8Array(0), 'stsd');
  const entry = entryFields(first?.type ?? '', fields);
  const { nChannels, sampleRate } = entry;
  return { nChannels, sampleRate, ...contentOf(entry) };
}

type Content = Pick<SampleEntry, 'codec' | 'setup' | 'pcm'>;

const none = new Uint8Array(0);

function contentOf(entry: EntryFields): Content {
  const { type, children } = entry;
  switch (type) {
    case 'mp4a':
      return elementaryStream(
        (boxAt(children, 'esds') ?? boxAt(children, 'wave', 'esds') ?? none).subarray(4),
        mp4,
      );
    case 'alac':
      return coded('alac', boxAt(children, 'alac') ?? boxAt(children, 'wave', 'alac') ?? none, 4);
    case 'Opus':
      return coded('opus', opusHead(boxAt(children, 'dOps') ?? none), 0);
    case 'fLaC':
      return coded('flac', boxAt(children, 'dfLa') ?? none, 4);
    case '.mp3':
    case 'ms\0U':
      return coded('mp3', none, 0);
    case 'samr':
      return coded('amr', none, 0);
    case 'sawb':
      return coded('amr-wb', none, 0);
    default:
      return { codec: 'pcm', setup: none, pcm: pcmOf(entry) ?? unsupported(type) };
  }
}

function coded(codec: TrackCodec, setup: Uint8Array, start: number): Content {
  return { codec, setup: setup.subarray(start) };
}

function unsupported(type: string): never {
  throw unsupportedContent(mp4, type === 'enca' ? 'encrypted audio' : `\`${type}\``);
}
