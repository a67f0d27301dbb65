import type { Fields } from '../options/requireFields.js';

/** A feature of a description written by an earlier version, with its current name and option names. */
export function withCurrentName(spec: unknown): unknown {
  if (typeof spec !== 'object' || spec === null || (spec as Fields)['name'] !== 'voiceContours') return spec;
  const { contours, ...rest } = spec as Fields;
  return { ...rest, name: 'lowLevelDescriptors', ...(contours !== undefined && { descriptors: contours }) };
}
