import type { MultichannelAudio } from '@ser/dsp';
import { joinBlocks } from '../blocks/joinBlocks.js';
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
  requireSameShape(parts.map(({ channels, sampleRate }) => ({ sampleRate, nChannels: channels.length })));
  return joinBlocks(parts);
}
