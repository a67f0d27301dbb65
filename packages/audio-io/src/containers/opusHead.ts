/** Fields of the header of Opus. */
export interface OpusHead {
  readonly nChannels: number;

  /** Samples at 48 kHz to drop at the start. */
  readonly preSkip: number;
}

/**
 * The header of Opus as in Ogg, from the box `dOps` of MP4, which has the same fields in big-endian order.
 *
 * @see "Encapsulation of Opus in ISO Base Media File Format", section 4.3.2; RFC 7845, section 5.1
 */
export function opusHead(dOps: Uint8Array): Uint8Array {
  if (dOps.length < 11) return new Uint8Array(0);
  const view = new DataView(dOps.buffer, dOps.byteOffset, dOps.byteLength);
  const head = newHead({ nChannels: view.getUint8(1), preSkip: view.getUint16(2) }, dOps.subarray(10));
  const fields = new DataView(head.buffer);
  fields.setUint32(12, view.getUint32(4), true);
  fields.setInt16(16, view.getInt16(8), true);
  return head;
}

const signature = 'OpusHead';
const fixedSize = 18;

/** A header of Opus with no gain. `mapping` is the mapping family, and its table if it is not 0. */
export function newHead(
  { nChannels, preSkip }: OpusHead,
  mapping: Uint8Array = Uint8Array.of(0),
): Uint8Array {
  const head = new Uint8Array(fixedSize + mapping.length);
  for (let i = 0; i < signature.length; i++) head[i] = signature.charCodeAt(i);
  const view = new DataView(head.buffer);
  view.setUint8(8, 1);
  view.setUint8(9, nChannels);
  view.setUint16(10, preSkip, true);
  view.setUint32(12, 48000, true);
  head.set(mapping, fixedSize);
  return head;
}
