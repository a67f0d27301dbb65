import type { AudioClip } from '@ser/dsp';
/**
 * A sine, Hz, that swells four times a second up to half of full scale, as syllables do: steady sound would not be taken
 * for speech.
 */
export declare function tone(
  frequency: number,
  {
    sampleRate,
    phase,
    seconds,
  }?: {
    sampleRate?: number | undefined;
    phase?: number | undefined;
    seconds?: number | undefined;
  },
): AudioClip;
//# sourceMappingURL=tone.d.ts.map
