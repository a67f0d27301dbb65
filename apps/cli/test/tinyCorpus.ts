import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findRecipe } from '@ser/experiments';
import { writeSyntheticCorpus } from '@ser/synthetic/node';
import { makeFolder } from './makeFolder.js';

/** The number of clips in `voices`. */
export const nTinyClips = 56;
/** A clip within `voices`. */
export const tinyClip = 'Actor_01/03-01-05-01-01-01-01.wav';

/**
 * Makes a folder with `voices`, recordings of four generated voices named as in RAVDESS, and `ridge.json`, a recipe that
 * is trained on them in well under a second.
 */
export async function makeTinyCorpus(name: string): Promise<string> {
  const folder = await makeFolder(name);
  await cp(await (voices ??= synthesizeVoices()), join(folder, 'voices'), { recursive: true });
  await writeFile(join(folder, 'ridge.json'), JSON.stringify(ridgeRecipe()));
  return folder;
}

/** Synthesized once for all test files. */
let voices: Promise<string> | undefined;

async function synthesizeVoices(): Promise<string> {
  const folder = join(await makeFolder('voices'), 'voices');
  await writeSyntheticCorpus(folder, { speakers: 4, repetitions: 1 });
  return folder;
}

function ridgeRecipe(): object {
  const { members, ...recipe } = findRecipe('synthetic-voices');
  const features = { ...members[0]!.features, functionals: ['mean', 'std'] };
  return { ...recipe, name: 'ridge', features, classifier: { kind: 'ridge' } };
}
