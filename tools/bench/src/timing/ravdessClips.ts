import { readAudio } from '@ser/audio-io/node';
import { scanCorpus } from '@ser/datasets/node';
import { corporaFolder } from '../corporaFolder.js';

/** Every `step`-th clip of RAVDESS in `SER_CORPORA` from number `first`, at its own sample rate, in memory. */
export async function ravdessClips(first: number, step: number): Promise<readonly Float32Array[]> {
  const corpora = corporaFolder();
  const { utterances } = await scanCorpus('ravdess', `${corpora}/ravdess`);
  const paths = utterances.map(({ path }) => path).sort();
  const chosen = paths.filter((_, i) => i >= first && (i - first) % step === 0);
  return Promise.all(chosen.map(async (path) => (await readAudio(`${corpora}/ravdess/${path}`)).samples));
}
