import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanCorpus } from '@ser/datasets/node';
import { writeSyntheticCorpus } from '@ser/synthetic/node';

const names = ['ann', 'bob', 'cid', 'dora', 'ed', 'fay', 'gus', 'ian'];
/** Those whose recordings are kept for the evaluation. */
const newNames = ['gus', 'ian'];

/**
 * What a new user has, with generated voices: `my_folder` with one folder per label and the speaker in the file names,
 * `my.csv` with a German label, and `new.csv` with the recordings of two other speakers.
 */
export async function makeNewUserFolder(folder: string): Promise<void> {
  const voices = join(folder, '.voices');
  await writeSyntheticCorpus(voices, { speakers: names.length, seed: 1 });
  const { utterances } = await scanCorpus('ravdess', voices);
  const tables: Record<'my' | 'new', string[]> = { my: [], new: [] };
  const counts = new Map<string, number>();
  for (const { path, emotion, speaker } of utterances) {
    const name = names[Number(speaker) - 1]!;
    const key = `${emotion}/${name}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const isNew = newNames.includes(name);
    const file = `${isNew ? 'new_calls' : 'my_folder'}/${emotion}/${name}_${String(count).padStart(2, '0')}.wav`;
    await mkdir(join(folder, file, '..'), { recursive: true });
    await cp(join(voices, path), join(folder, file));
    const label = emotion === 'angry' ? 'wütend' : emotion;
    tables[isNew ? 'new' : 'my'].push(`${file},${label},${name},${count % 2 === 0 ? 'phone' : 'desk'}`);
  }
  for (const [name, rows] of Object.entries(tables)) {
    await writeFile(
      join(folder, `${name}.csv`),
      `${['path,label,speaker,microphone', ...rows].join('\n')}\n`,
    );
  }
}
