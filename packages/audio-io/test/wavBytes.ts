/** A WAV file built chunk by chunk, also one that no encoder would write. */
export function wavBytes(
  chunks: readonly (readonly [name: string, content: readonly number[], declaredSize?: number])[],
  options: { readonly riffSize?: number } = {},
): Uint8Array {
  const body = chunks.flatMap(([name, content, declaredSize = content.length]) => [
    ...ascii(name),
    ...uint32(declaredSize),
    ...content,
    ...(content.length % 2 === 1 ? [0] : []),
  ]);
  return Uint8Array.from([
    ...ascii('RIFF'),
    ...uint32(options.riffSize ?? body.length + 4),
    ...ascii('WAVE'),
    ...body,
  ]);
}

/** The content of a `fmt ` chunk, of mono PCM with 16 bits at 16 kHz by default. */
export function formatChunk(fields: {
  readonly tag?: number;
  readonly nChannels?: number;
  readonly sampleRate?: number;
  readonly frameBytes?: number;
  readonly bits?: number;

  /** @default the correct one for `frameBytes` */
  readonly byteRate?: number;
}): number[] {
  const { tag = 1, nChannels = 1, sampleRate = 16000, frameBytes = 2, bits = 16 } = fields;
  const { byteRate = sampleRate * frameBytes } = fields;
  return [
    ...uint16(tag),
    ...uint16(nChannels),
    ...uint32(sampleRate),
    ...uint32(byteRate),
    ...uint16(frameBytes),
    ...uint16(bits),
  ];
}

export function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

export function uint16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

export function uint32(value: number): number[] {
  return [...uint16(value & 0xffff), ...uint16(value >>> 16)];
}
