import type { SampleLayout } from '../pcm/sampleLayout.js';
import type { PacketList } from './packetList.js';

/** The codecs that are read from containers. */
export type TrackCodec = 'opus' | 'vorbis' | 'flac' | 'alac' | 'aac' | 'mp3' | 'amr' | 'amr-wb' | 'pcm';

/** The audio track of a container: packets of one codec, and what is needed to decode them. */
export interface EncodedTrack {
  /** Name of the container in messages. */
  readonly format: string;
  readonly codec: TrackCodec;

  /** As the container declares it, in Hz. The header of the codec, if there is one, has precedence. */
  readonly sampleRate: number;

  /** As the container declares it. The header of the codec, if there is one, has precedence. */
  readonly nChannels: number;

  /** The header of the codec: `OpusHead`, the three headers of Vorbis, the cookie of ALAC, ...; empty without one. */
  readonly setup: Uint8Array;
  readonly packets: PacketList;

  /** How the samples of PCM are stored. */
  readonly pcm?: Pick<SampleLayout, 'kind' | 'bytesPerSample' | 'littleEndian'>;

  /** Seconds to drop at the start: the silence that the encoder added. */
  readonly skippedSeconds: number;

  /** Seconds to drop at the end. */
  readonly paddingSeconds: number;

  /** Declared seconds between them, in units of `tick`; `undefined` without a declared length. */
  readonly seconds?: number | undefined;

  /** Precision of `seconds`. */
  readonly tick?: number;
}
