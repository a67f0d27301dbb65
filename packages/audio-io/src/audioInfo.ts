import { adtsInfo } from './aac/adts.js';
import { aiffInfo } from './aiff/aiffInfo.js';
import { amrInfo } from './amr/amrFrames.js';
import { withoutLeadingTags } from './bytes/audioStart.js';
import { containers, tracksInfo } from './containers/readTracks.js';
import { flacHeader } from './flac/flacInfo.js';
import type { AudioFormat, AudioHeader, AudioInfo } from './header/audioInfo.js';
import { knownFormat, unsupportedFormat } from './format/recognizeFormat.js';
import type { SoundFormat } from './format/soundFormat.js';
import { mpegInfo } from './mpeg/mpegInfo.js';
import { oggFlacInfo } from './ogg/oggFlac.js';
import { oggInfo } from './ogg/oggInfo.js';
import { type AudioSource, audioSource } from './source/audioSource.js';
import { openReader } from './decode/openReader.js';
import { bytesAt, type Reading, readNow } from './source/reading.js';
import { isMp3InWav, mp3InWav } from './wav/mp3InWav.js';
import { wavInfo } from './wav/wavInfo.js';

interface HeaderReader {
  readonly container: AudioFormat;
  readonly read: (fileSize: number) => Reading<AudioHeader>;
}

const aiff: HeaderReader = { container: 'aiff', read: aiffInfo };
const ogg: HeaderReader = { container: 'ogg', read: ofWholeFile(oggInfo) };

/** Reads the header from the bytes of the whole file. */
function ofWholeFile(read: (bytes: Uint8Array) => AudioHeader): HeaderReader['read'] {
  return function* (fileSize) {
    return read(yield* bytesAt(0, fileSize));
  };
}

/** WAV of samples, or of MP3. */
function* wavHeader(fileSize: number): Reading<AudioHeader> {
  if (!(yield* isMp3InWav(fileSize))) return yield* wavInfo(fileSize);
  return mpegInfo(mp3InWav(yield* bytesAt(0, fileSize))!);
}

const readers: Readonly<Partial<Record<SoundFormat, HeaderReader>>> = {
  WAV: { container: 'wav', read: wavHeader },
  FLAC: { container: 'flac', read: flacHeader },
  AIFF: aiff,
  'AIFF-C': aiff,
  MP3: { container: 'mp3', read: ofWholeFile(mpegInfo) },
  'Ogg FLAC': { container: 'ogg', read: ofWholeFile(oggFlacInfo) },
  'Ogg Vorbis': ogg,
  'Ogg Opus': ogg,
  AAC: { container: 'aac', read: ofWholeFile(adtsInfo) },
  AMR: { container: 'amr', read: ofWholeFile(amrInfo) },
};

function readerOf(format: SoundFormat): HeaderReader | undefined {
  const found = containers[format];
  if (found === undefined) return readers[format];
  return { container: found.container, read: ofWholeFile((bytes) => tracksInfo(found.read(bytes))) };
}

/**
 * Reads the header of a recording without decoding its samples: WAV, FLAC, AIFF, MP3, Ogg, WebM, MP4, Core Audio, AAC,
 * AMR. No decoder needs to be installed.
 *
 * Tags before the audio are skipped. Chained Ogg streams count together.
 *
 * A FLAC stream without a declared length is decoded to count its samples. An MP3 file has no header of its own: the
 * headers of all frames are read. Silence that an encoder declares to have added is not counted.
 *
 * @param bytes the whole file
 * @throws {SerError} as `decodeAudio`, as far as the header shows it
 *
 * @example
 * audioInfo(bytes);
 * // { container: 'wav', encoding: 'pcm16', sampleRate: 16000, nChannels: 1, nSamples: 48000, seconds: 3 }
 */
export function audioInfo(bytes: Uint8Array): AudioInfo {
  const audio = withoutLeadingTags(bytes);
  return readNow(audio, infoOf(audio, audio.length));
}

/** `audioInfo` of a file that is read in pieces. */
export async function audioInfoOf(source: Blob | AudioSource, signal?: AbortSignal): Promise<AudioInfo> {
  const { reader, head } = await openReader(audioSource(source), signal);
  return reader.run(infoOf(head, reader.size));
}

function* infoOf(head: Uint8Array, fileSize: number): Reading<AudioInfo> {
  const format = knownFormat(head);
  const reader = readerOf(format);
  if (reader === undefined) throw unsupportedFormat(format);
  const header = yield* reader.read(fileSize);
  return { container: reader.container, ...header, seconds: header.nSamples / header.sampleRate };
}
