import type { EncodedTrack } from '../encodedTrack.js';
import { boxAt } from './boxes.js';
import type { EntryFields } from './sampleEntryFields.js';

type Pcm = NonNullable<EncodedTrack['pcm']>;

/** QuickTime's names for one layout each. */
const layouts: Readonly<Record<string, Pcm>> = {
  in24: { kind: 'pcm', bytesPerSample: 3, littleEndian: false },
  in32: { kind: 'pcm', bytesPerSample: 4, littleEndian: false },
  fl32: { kind: 'float', bytesPerSample: 4, littleEndian: false },
  fl64: { kind: 'float', bytesPerSample: 8, littleEndian: false },
  alaw: { kind: 'alaw', bytesPerSample: 1, littleEndian: true },
  ulaw: { kind: 'mulaw', bytesPerSample: 1, littleEndian: true },
};

/** How the samples of an entry of PCM are stored; `undefined` if it is none. */
export function pcmOf({ type, bits, flags, children }: EntryFields): Pcm | undefined {
  if (Object.hasOwn(layouts, type)) {
    const enda = boxAt(children, 'wave', 'enda') ?? boxAt(children, 'enda');
    const layout = layouts[type]!;
    return enda?.[1] === 1 ? { ...layout, littleEndian: true } : layout;
  }
  if (type === 'lpcm') return integerOrFloat(((flags ?? 4) & 1) !== 0, bits, ((flags ?? 0) & 2) === 0, true);
  if (type === 'ipcm' || type === 'fpcm') {
    const config = boxAt(children, 'pcmC') ?? new Uint8Array(6);
    return integerOrFloat(type === 'fpcm', config[5]!, (config[4]! & 1) === 1, true);
  }
  if (type === 'sowt') return integerOrFloat(false, bits, true, true);
  if (type === 'twos' || type === 'NONE') return integerOrFloat(false, bits, false, true);
  if (type === 'raw ') return integerOrFloat(false, bits, false, false);
  return undefined;
}

function integerOrFloat(
  isFloat: boolean,
  bits: number,
  littleEndian: boolean,
  isSigned: boolean,
): Pcm | undefined {
  const isKnown = (isFloat ? [32, 64] : [8, 16, 24, 32]).includes(bits);
  if (!isKnown) return undefined;
  const kind = isFloat ? 'float' : bits === 8 && !isSigned ? 'unsigned8' : 'pcm';
  return { kind, bytesPerSample: bits / 8, littleEndian };
}
