import type { Examples } from '@ser/classifiers';

/** Easy examples `[n, 16, 4]`: class k is a wave in feature k, under noise from a fixed formula. */
export function tones(n: number, nClasses = 3): { readonly x: Examples; readonly y: Int32Array } {
  const [nFrames, nFeatures] = [16, 4];
  const y = Int32Array.from({ length: n }, (_, i) => i % nClasses);
  const data = Float32Array.from({ length: n * nFrames * nFeatures }, (_, i) => {
    const example = Math.floor(i / (nFrames * nFeatures));
    const frame = Math.floor(i / nFeatures) % nFrames;
    const noise = 0.5 * Math.sin(i * i * 0.37);
    return noise + (i % nFeatures === y[example] ? Math.sin(frame) : 0);
  });
  return { x: { data, shape: [n, nFrames, nFeatures] }, y };
}
