import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAudio } from '@ser/audio-io/node';
import { createFeaturePlan, type FrontEnd } from '@ser/dsp';
import { describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const corpora = resolve(repository, process.env['SER_CORPORA'] ?? '../shared/corpora');

/** Every `stride`th functional of a clip, recorded from the Python prototype by reference/goldens/functionals.py. */
interface RecordedClip {
  readonly clip: string;
  readonly frontEnd: FrontEnd;
  readonly stride: number;
  readonly expected: readonly number[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../goldens/functionalsOfCorpora.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly RecordedClip[] };

const frontEnds = ['full-band', 'invariant'] as const;
const [fullBand, invariant] = frontEnds.map((frontEnd) =>
  createFeaturePlan({ sampleRate: 16000, features: [{ name: 'functionals', frontEnd }] }),
);
const plans = { 'full-band': fullBand!, invariant: invariant! };

describe.skipIf(!existsSync(corpora))('functionals of real clips (needs SER_CORPORA)', () => {
  it.each(cases)('equal those of the prototype: $clip, $frontEnd', async (recorded) => {
    const { names, data } = plans[recorded.frontEnd].extract(
      await readAudio(resolve(corpora, recorded.clip)),
    );
    let [lowestContrast, others] = [0, 0];
    recorded.expected.forEach((expected, i) => {
      const error = Math.abs(data[i * recorded.stride]! - expected) / Math.max(1, Math.abs(expected));
      // The prototype rounds samples to float32, which changes the bin of 0 Hz and the contrast of the lowest band.
      if (names[i * recorded.stride]!.startsWith('contrast0.'))
        lowestContrast = Math.max(lowestContrast, error);
      else others = Math.max(others, error);
    });
    expect(recorded.expected).toHaveLength(Math.ceil(data.length / recorded.stride));
    expect(others).toBeLessThan(1e-4);
    expect(lowestContrast).toBeLessThan(2e-3);
  });
});
