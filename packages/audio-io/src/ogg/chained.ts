import type { MultichannelAudio } from '@ser/dsp';
import { mixedStreams } from './oggStreams.js';

interface Shape {
  readonly sampleRate: number;
  readonly nChannels: number;
}

/**
 * Checks that chained streams can be decoded one after the other.
 *
 * @throws {SerError} `unsupported-format` if their rates or numbers of channels differ
 */
export function requireSameShape(shapes: readonly Shape[]): void {
  const name = ({ sampleRate, nChannels }: Shape): string => `${sampleRate} Hz and ${nChannels} channels`;
  const first = name(shapes[0]!);
  const other = shapes.map(name).find((shape) => shape !== first);
  if (other !== undefined) throw mixedStreams(other, `the same ${first}`);
}

/** The audio of all streams, one after the other. */
export function joined(parts: readonly MultichannelAudio[]): MultichannelAudio {
  const [first] = parts;
  if (parts.length === 1) return first!;
  requireSameShape(parts.map(({ channels, sampleRate }) => ({ sampleRate, nChannels: channels.length })));
  const channels = first!.channels.map((_, i) => concatenated(parts.map((part) => part.channels[i]!)));
  return { channels, sampleRate: first!.sampleRate };
}

function concatenated(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
