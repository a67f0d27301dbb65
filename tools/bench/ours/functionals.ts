/**
 * Functionals of every STEPth RAVDESS clip of `SER_CORPORA` from number FIRST on, one after the other.
 *
 *     tsx --conditions=@ser/source ours/functionals.ts FRONT_END FIRST STEP
 */
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { readAudio } from '@ser/audio-io/node';
import { scanCorpus } from '@ser/datasets/node';
import { VoiceFunctionalsPlan, type FrontEnd } from '@ser/dsp';
import type { ExtractionTiming } from '../src/functionalsBench.js';

const [frontEnd, first, step] = [
  process.argv[2] as FrontEnd,
  Number(process.argv[3]),
  Number(process.argv[4]),
];
const corpora =
  process.env['SER_CORPORA'] ?? fileURLToPath(new URL('../../../../shared/corpora', import.meta.url));
const { utterances } = await scanCorpus('ravdess', `${corpora}/ravdess`);
const paths = utterances.map(({ path }) => path).sort();
const chosen = paths.filter((_, i) => i >= first && (i - first) % step === 0);
const clips = await Promise.all(
  chosen.map(async (path) => (await readAudio(`${corpora}/ravdess/${path}`)).samples),
);

/** Described before the clock starts, as by the peers: compilers are at work then. */
const warmUpClips = 30;

const plan = new VoiceFunctionalsPlan({ sampleRate: 16000, frontEnd });
const output = new Float32Array(plan.names.length);
for (const samples of clips.slice(0, warmUpClips)) plan.transform(samples, output);
const cpuBegan = process.cpuUsage();
const began = performance.now();
for (const samples of clips) plan.transform(samples, output);
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(cpuBegan);
const timing: ExtractionTiming = {
  seconds,
  cpuSeconds: (user + system) / 1e6,
  audioSeconds: clips.reduce((sum, samples) => sum + samples.length / 16000, 0),
  what: `@ser/dsp, ${frontEnd}, ${plan.names.length} functionals`,
};
console.log(JSON.stringify(timing));
