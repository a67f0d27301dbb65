import type { CorpusScan } from './scanCorpus.js';
import type { HeardFile } from './hearFile.js';

interface Alike {
  readonly files: readonly string[];
  readonly keys: readonly string[];
}

/**
 * Groups of files that hold one recording: by name, because the corpus is known for it, or because they sound
 * exactly alike. Silent files are no copies of each other.
 */
export function alikeFiles(scan: CorpusScan, heard: readonly HeardFile[]): readonly (readonly string[])[] {
  const copies = new Map(scan.duplicates.map((group) => [group[0]!, group]));
  const contents = new Map(heard.filter(({ silent }) => !silent).map((one) => [one.file, one.contents]));
  const groupOf = new Map<string, Alike>();
  for (const { path, recording } of scan.utterances) {
    const sound = contents.get(path);
    const own = {
      files: copies.get(path) ?? [path],
      keys: sound === undefined ? [recording] : [recording, sound],
    };
    const joined = join([...groupsOfAny(own.keys, groupOf), own]);
    for (const key of joined.keys) groupOf.set(key, joined);
  }
  return [...new Set(groupOf.values())].map(({ files }) => files).filter(({ length }) => length > 1);
}

function groupsOfAny(keys: readonly string[], groupOf: ReadonlyMap<string, Alike>): ReadonlySet<Alike> {
  return new Set(keys.map((key) => groupOf.get(key)).filter((group) => group !== undefined));
}

function join(groups: readonly Alike[]): Alike {
  return { files: groups.flatMap(({ files }) => files), keys: groups.flatMap(({ keys }) => keys) };
}
