import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { learningCurvesChart } from '@ser/charts';
import {
  type AudioClip,
  createFeaturePlan,
  type Features,
  logMel,
  resample,
  spectralContrast,
} from '@ser/dsp';
import { makeVoice, sentences, synthesizeUtterance } from '@ser/synthetic';

/** The same sentence of one synthetic voice, in two emotions. */
const spoken = (['angry', 'sad'] as const).map((name) => {
  const clip = synthesizeUtterance({
    voice: makeVoice(1, 2),
    emotion: name,
    sentence: sentences[0],
    seed: 1,
  });
  return { name, clip: resample(clip, { sampleRate: 16000 }) };
});

const framing = { nFft: 512, hopLength: 160 } as const;

/** Features with one number per frame, as curves over time. */
const curves = [
  {
    file: 'rms',
    title: 'rms: loudness',
    yLabel: 'amplitude',
    feature: { name: 'rms', frameLength: 512, hopLength: 160 },
  },
  {
    file: 'f0',
    title: 'f0: pitch',
    yLabel: 'Hz',
    feature: { name: 'f0', frameLength: 1024, hopLength: 160, fMax: 600 },
  },
  {
    file: 'zero-crossing-rate',
    title: 'zeroCrossingRate: sign changes',
    yLabel: 'share of samples',
    feature: { name: 'zeroCrossingRate', frameLength: 512, hopLength: 160 },
  },
  ...[
    {
      file: 'spectral-centroid',
      title: 'spectralCentroid: brightness',
      yLabel: 'Hz',
      name: 'spectralCentroid',
    },
    { file: 'spectral-flux', title: 'spectralFlux: onsets', yLabel: 'dB', name: 'spectralFlux' },
    { file: 'mfcc', title: 'mfcc1: tilt of the spectrum', yLabel: 'mfcc1', name: 'mfcc' },
  ].map(({ name, ...picture }) => ({ ...picture, feature: { name, ...framing } })),
] as const;

/** Draws the pictures of `docs/features.md` from synthetic voices. */
export async function writePictures(docs: string): Promise<void> {
  const folder = join(docs, 'images/features');
  await mkdir(folder, { recursive: true });
  for (const [file, svg] of pictures()) await writeFile(join(folder, `${file}.svg`), `${svg}\n`);
}

function pictures(): ReadonlyMap<string, string> {
  const overTime = curves.map(({ file, title, yLabel, feature }) => {
    const plan = createFeaturePlan({ sampleRate: 16000, features: [feature] as never });
    const lines = spoken.map(({ name, clip }) => ({
      name,
      values: columnOf(plan.extract(clip), file === 'mfcc' ? 1 : 0),
    }));
    return [file, learningCurvesChart(lines, { title, xLabel: 'frames of 10 ms', yLabel }).svg()] as const;
  });
  const mel = meansPicture((clip) => logMel(clip, { ...framing, nMels: 40 }), {
    title: 'logMel: levels of bands, mean over time',
    xLabel: 'mel band, from low to high',
    yLabel: 'dB',
  });
  const contrast = meansPicture((clip) => spectralContrast(clip, framing), {
    title: 'spectralContrast: peaks minus valleys, mean over time',
    xLabel: 'band, from low to high',
    yLabel: 'dB',
  });
  return new Map([...overTime, ['mel', mel], ['spectral-contrast', contrast]]);
}

/** Means over time, as curves over the columns of a feature. */
function meansPicture(
  extract: (clip: AudioClip) => Features,
  labels: { readonly title: string; readonly xLabel: string; readonly yLabel: string },
): string {
  const lines = spoken.map(({ name, clip }) => ({ name, values: meanFrame(extract(clip)) }));
  return learningCurvesChart(lines, labels).svg();
}

function columnOf({ data, nFrames, nFeatures }: Features, column: number): Float32Array {
  return Float32Array.from({ length: nFrames }, (_, frame) => data[frame * nFeatures + column]!);
}

function meanFrame(features: Features): Float32Array {
  const { nFrames, nFeatures } = features;
  return Float32Array.from({ length: nFeatures }, (_, column) =>
    columnOf(features, column).reduce((sum, value) => sum + value / nFrames, 0),
  );
}
