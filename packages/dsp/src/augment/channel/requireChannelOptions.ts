import { type Bounds, requireInteger, requireNumber } from '@ser/core';
import { requireFields } from '../../options/requireFields.js';
import { bandEdgeBounds, decibelBounds, exponentBounds, reverberationBounds } from '../parameterBounds.js';
import { requireRange } from '../requireRange.js';
import type { ChannelPart } from './channelOptions.js';

/** The parameters of each part that are drawn uniformly, and their bounds. */
const ranges = {
  lowPass: bandEdgeBounds,
  highPass: bandEdgeBounds,
  reverberation: reverberationBounds,
  noise: { snr: decibelBounds, exponent: exponentBounds },
} as const satisfies Record<ChannelPart, Record<string, Bounds>>;

const parts = Object.keys(ranges) as readonly ChannelPart[];

/** Names of the options, in the order of the documentation. */
const channelOptionNames = ['equalizer', 'nKnots', 'tilt', ...parts] as const;

/**
 * Checks options, also those read from JSON.
 *
 * @throws {SerError} `invalid-option` with the path of the option, such as `noise.snr`
 */
export function requireChannelOptions(options: unknown): void {
  const fields = requireFields('channel', options, channelOptionNames);
  const { equalizer, nKnots, tilt } = fields;
  if (equalizer !== undefined) requireNumber('equalizer', equalizer, { min: 0, max: 20 });
  if (nKnots !== undefined) requireInteger('nKnots', nKnots, { min: 2, max: 64 });
  if (tilt !== undefined) requireNumber('tilt', tilt, { min: 0, max: 2.5 });
  for (const part of parts) if (fields[part] !== undefined) requirePart(part, fields[part]);
}

function requirePart(part: ChannelPart, value: unknown): void {
  const bounds = Object.entries<Bounds>(ranges[part]);
  const fields = requireFields(part, value, ['probability', ...bounds.map(([name]) => name)]);
  if (fields['probability'] !== undefined) {
    requireNumber(`${part}.probability`, fields['probability'], { min: 0, max: 1 });
  }
  for (const [name, bound] of bounds) {
    if (fields[name] !== undefined) requireRange(`${part}.${name}`, fields[name], bound);
  }
}
