import { Fields } from './fields.js';

/** The part of a track that is to be played. */
export interface Edit {
  /** Where it begins, in units of the track's time. */
  readonly start: number;

  /** Its duration, in units of the file's time; 0 if it extends to the end of the fragments. */
  readonly duration: number;
}

/**
 * The edit of a track: encoders drop the silence with it that they added. Empty edits, which delay a track, are ignored;
 * several edits count as one from the first start with their total duration.
 *
 * @see ISO/IEC 14496-12, section 8.6.6
 */
export function parseEdits(elst: Uint8Array | undefined): Edit | undefined {
  if (elst === undefined) return undefined;
  const fields = new Fields(elst, 'elst');
  const isLong = fields.unsigned(1) === 1;
  fields.skip(3);
  const n = fields.unsigned(4);
  let first: number | undefined;
  let duration = 0;
  for (let i = 0; i < n; i++) {
    const length = fields.unsigned(isLong ? 8 : 4);
    const start = isLong ? fields.signed64() : fields.signed32();
    fields.skip(4);
    if (start < 0) continue;
    first ??= start;
    duration += length;
  }
  return first === undefined ? undefined : { start: first, duration };
}

/** What iTunes stores about the silence that it added, in samples. */
export interface Gapless {
  readonly priming: number;
  readonly nSamples: number;
}

const key = 'iTunSMPB';
const values = /([0-9A-F]{8}) ([0-9A-F]{8}) ([0-9A-F]{8}) ([0-9A-F]{16})/;

/** Finds the comment of iTunes in the metadata of a file: hexadecimal numbers, of which the second to fourth count. */
export function parseGapless(udta: Uint8Array | undefined): Gapless | undefined {
  const text = new TextDecoder('latin1').decode(udta?.subarray(0, 1 << 20) ?? new Uint8Array(0));
  const at = text.indexOf(key);
  const found = at === -1 ? null : values.exec(text.slice(at, at + 300));
  if (found === null) return undefined;
  return { priming: parseInt(found[2]!, 16), nSamples: parseInt(found[4]!, 16) };
}
