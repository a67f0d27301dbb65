import { corruptContainer, noAudioTrack, truncatedContainer } from '../containerErrors.js';
import type { EncodedTrack } from '../encodedTrack.js';
import { PacketList } from '../packetList.js';
import { boxAt, boxes, boxesOf, viewOf } from './boxes.js';
import { type Edit, parseEdits, parseGapless } from './edits.js';
import { mp4 } from './fields.js';
import { addFragmentSamples, timeOf, trackNumber } from './fragments.js';
import { parseSampleEntry, type SampleEntry } from './sampleEntry.js';
import { addTableSamples, tableDuration } from './sampleTable.js';

/**
 * The first track of audio of an MP4, M4A, 3GP, or QuickTime file, whole or in fragments.
 *
 * @throws {SerError} `truncated-file` if the file ends before its samples or its header; `corrupt-file`; `not-audio`
 *   without a track of audio; `unsupported-format` for another codec
 * @see ISO/IEC 14496-12
 */
export function parseMp4(bytes: Uint8Array): EncodedTrack {
  const moov = movieBox(bytes);
  const trak = boxesOf(moov, 'trak').find(isAudio);
  if (trak === undefined) throw noAudioTrack(mp4);
  const stbl = boxAt(trak, 'mdia', 'minf', 'stbl');
  const stsd = stbl && boxAt(stbl, 'stsd');
  if (stbl === undefined || stsd === undefined) throw corruptContainer(mp4, 'a table of samples', 'none');
  const entry = parseSampleEntry(stsd);
  const packets = new PacketList(bytes);
  const frameBytes = entry.pcm && entry.pcm.bytesPerSample * entry.nChannels;
  addTableSamples(packets, stbl, frameBytes);
  const duration =
    tableDuration(stbl) + addFragmentSamples(packets, bytes, moov, trackNumber(boxAt(trak, 'tkhd')));
  return { format: mp4, ...entry, packets, paddingSeconds: 0, ...timing(moov, trak, duration, entry) };
}

function movieBox(bytes: Uint8Array): Uint8Array {
  let end = 0;
  for (const { type, content, start, declaredSize } of boxes(bytes)) {
    end = start + declaredSize;
    if (type === 'moov') {
      if (end > bytes.length)
        throw truncatedContainer(mp4, `a header of ${declaredSize} bytes`, content.length);
      return content;
    }
  }
  if (end > bytes.length) throw truncatedContainer(mp4, `${end} bytes`, bytes.length);
  throw truncatedContainer(mp4, 'a `moov` box, which is written when a recording ends,', 'none');
}

function isAudio(trak: Uint8Array): boolean {
  const handler = boxAt(trak, 'mdia', 'hdlr');
  return handler !== undefined && handler.length >= 12 && viewOf(handler).getUint32(8) === 0x736f756e; // 'soun'
}

type Timing = Pick<EncodedTrack, 'skippedSeconds' | 'seconds' | 'tick'>;

/** Which part of the track is the recording: by its edit, or else by the comment of iTunes. */
function timing(moov: Uint8Array, trak: Uint8Array, duration: number, entry: SampleEntry): Timing {
  const { scale } = timeOf(boxAt(trak, 'mdia', 'mdhd'));
  if (scale === 0) throw corruptContainer(mp4, 'units of time of the track', 'none');
  const edit = parseEdits(boxAt(trak, 'edts', 'elst'));
  if (edit !== undefined) return editedTiming(edit, duration, scale, timeOf(boxAt(moov, 'mvhd')).scale);
  const gapless = entry.codec === 'aac' ? parseGapless(boxAt(moov, 'udta')) : undefined;
  if (gapless !== undefined && gapless.nSamples > 0) {
    const { priming, nSamples } = gapless;
    return { skippedSeconds: priming / scale, seconds: nSamples / scale, tick: 1 / scale };
  }
  return { skippedSeconds: 0 };
}

/** The duration of an edit has the precision of the file's time. The exact rest of the track is used if it agrees. */
function editedTiming(edit: Edit, duration: number, scale: number, movieScale: number): Timing {
  const rest = Math.max(0, duration - edit.start) / scale;
  const edited = movieScale > 0 ? edit.duration / movieScale : 0;
  const isShorter = edited > 0 && edited < rest - 1 / movieScale;
  return {
    skippedSeconds: edit.start / scale,
    seconds: isShorter ? edited : rest,
    tick: isShorter ? 1 / movieScale : 1 / scale,
  };
}
