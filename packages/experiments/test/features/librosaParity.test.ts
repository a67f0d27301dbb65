import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAudio } from '@ser/audio-io/node';
import { mfcc, type MfccOptions } from '@ser/dsp';
import { describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const corpora = resolve(repository, process.env['SER_CORPORA'] ?? '../shared/corpora');
const ravdess = join(corpora, 'ravdess');

/** What reference/goldens/dsp_ravdess.py recorded: a few frames of librosa's MFCCs, for each clip and setting. */
interface Recording {
  readonly settings: readonly { readonly sampleRate: number; readonly options: MfccOptions }[];
  readonly clips: readonly {
    readonly file: string;
    readonly nSamples: number;
    readonly answers: readonly {
      readonly nFrames: number;
      readonly nFeatures: number;
      readonly frames: readonly number[];
      readonly values: readonly number[];
    }[];
  }[];
}

const { settings, clips } = JSON.parse(
  readFileSync(new URL('../goldens/librosaMfcc.json', import.meta.url), 'utf8'),
) as Recording;

describe.skipIf(!existsSync(ravdess))(`MFCCs of ${clips.length} RAVDESS clips (needs SER_CORPORA)`, () => {
  // 6.5e-4 is the most seen, with the lifter, on values up to 1450; 1.2e-4 without. Nearly all of it is librosa's
  // float32: given the same samples in float64, librosa differs from us by 1.6e-4 at most.
  it.each(clips)('equal those of librosa 0.11: $file', async ({ file, nSamples, answers }) => {
    const { samples, sampleRate } = await readAudio(join(ravdess, file));
    expect([samples.length, sampleRate]).toEqual([nSamples, 16000]);
    settings.forEach((setting, i) => {
      const { nFrames, nFeatures, frames, values } = answers[i]!;
      const features = mfcc({ samples, sampleRate: setting.sampleRate }, setting.options);
      expect([features.nFrames, features.nFeatures]).toEqual([nFrames, nFeatures]);
      const compared = frames.flatMap((frame) => [
        ...features.data.subarray(frame * nFeatures, (frame + 1) * nFeatures),
      ]);
      const differences = compared.map((value, k) => Math.abs(value - values[k]!));
      expect(Math.max(...differences), JSON.stringify(setting.options)).toBeLessThan(1e-3);
    });
  });
});
