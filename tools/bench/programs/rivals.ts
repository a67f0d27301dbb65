/**
 * Median milliseconds of the works of `all`, by JavaScript libraries in the folder `SER_RIVALS`.
 *
 *     tsx --conditions=@ser/source programs/rivals.ts FLAC_FILE
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encodeWav } from '@ser/audio-io';
import { medianOf } from '../src/all/medianOf.js';
import { testSound } from '../src/all/testSound.js';
import type { SystemTimes, WorkTimes } from '../src/all/works.js';

const folder = resolve(process.env['SER_RIVALS'] ?? 'rivals');
const requireRival = createRequire(join(folder, 'package.json'));
const sound = testSound(22050);
const frameLength = 2048;
const hopLength = 512;

type Measure = (library: never) => Promise<Readonly<Record<string, number>>>;

interface Meyda {
  bufferSize: number;
  sampleRate: number;
  melBands: number;
  numberOfMFCCCoefficients: number;
  extract(name: string, frame: Float32Array): unknown;
}

async function measureMeyda(meyda: Meyda) {
  Object.assign(meyda, {
    bufferSize: frameLength,
    sampleRate: 22050,
    melBands: 128,
    numberOfMFCCCoefficients: 40,
  });
  const everyFrame = (name: string) => () => {
    for (let start = 0; start + frameLength <= sound.length; start += hopLength) {
      meyda.extract(name, sound.subarray(start, start + frameLength));
    }
  };
  return { 'mfcc-22050': await medianOf(everyFrame('mfcc')), chroma: await medianOf(everyFrame('chroma')) };
}

interface Transformers {
  mel_filter_bank(...args: readonly unknown[]): unknown;
  window_function(length: number, name: string): Float64Array;
  spectrogram(...args: readonly unknown[]): unknown;
}

async function measureTransformers(library: Transformers) {
  const filters = library.mel_filter_bank(1 + frameLength / 2, 128, 0, 11025, 22050, 'slaney', 'slaney');
  const window = library.window_function(frameLength, 'hann');
  const options = { power: 2, mel_filters: filters, log_mel: 'dB', fft_length: frameLength };
  return {
    'log-mel': await medianOf(() => library.spectrogram(sound, window, frameLength, hopLength, options)),
  };
}

async function measureNodeWav(library: { decode(bytes: Uint8Array): unknown }) {
  const wav = Buffer.from(encodeWav({ samples: testSound(48000), sampleRate: 48000 }));
  return { wav: await medianOf(() => library.decode(wav)) };
}

interface FlacLibrary {
  readonly FLACDecoder: new () => {
    readonly ready: Promise<void>;
    decodeFile(bytes: Uint8Array): Promise<unknown>;
  };
}

async function measureFlac({ FLACDecoder }: FlacLibrary) {
  const flac = readFileSync(process.argv[2]!);
  const decoder = new FLACDecoder();
  await decoder.ready;
  return { flac: await medianOf(() => decoder.decodeFile(flac)) };
}

const rivals: readonly (readonly [name: string, measure: Measure])[] = [
  ['meyda', measureMeyda],
  ['@huggingface/transformers', measureTransformers],
  ['node-wav', measureNodeWav],
  ['@wasm-audio-decoders/flac', measureFlac],
];

/** The module with the functions of sound, which the library does not export. */
const transformersAudio = join(folder, 'node_modules/@huggingface/transformers/src/utils/audio.js');

/** A library, and its version; `undefined` if it is not installed. */
async function load(name: string): Promise<{ library: unknown; version: string } | undefined> {
  let file: string;
  try {
    file = name === '@huggingface/transformers' ? transformersAudio : requireRival.resolve(name);
    readFileSync(file);
  } catch {
    return undefined;
  }
  const { version } = JSON.parse(
    readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'),
  ) as { version: string };
  const module = (await import(pathToFileURL(file).href)) as { default?: { default?: unknown } };
  const isTransformers = name === '@huggingface/transformers';
  return {
    library: isTransformers ? module : (module.default?.default ?? module.default ?? module),
    version,
  };
}

const systems: SystemTimes[] = [];
const missing: string[] = [];
for (const [name, measure] of rivals) {
  const loaded = await load(name);
  if (loaded === undefined) missing.push(`${name}: not installed. npm install --prefix ${folder} ${name}`);
  else systems.push({ what: `${name} ${loaded.version}`, ms: await measure(loaded.library as never) });
}
console.log(JSON.stringify({ systems, missing } satisfies WorkTimes));
process.exit();
