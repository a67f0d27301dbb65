import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';

interface Section {
  readonly title: string;
  readonly titles: readonly string[];
}

/**
 * The search of a built site, with the settings of its search box.
 *
 * @param site the folder of the built site
 * @returns the addresses of the sections that it shows for a query, best first
 */
export async function openSearch(site: string): Promise<(query: string) => readonly string[]> {
  const chunks = join(site, 'assets/chunks');
  const name = (await readdir(chunks)).find((file) => file.startsWith('@localSearchIndexroot'));
  if (name === undefined) throw new Error(`${site} must have a search index. Build the site first.`);
  const { default: json } = (await import(pathToFileURL(join(chunks, name)).href)) as {
    readonly default: string;
  };
  const index = MiniSearch.loadJSON<Section>(json, {
    fields: ['title', 'titles', 'text'],
    storeFields: ['title', 'titles'],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
  });
  return (query) => index.search(query).map(({ id }) => id as string);
}
