import { DiskCache } from './diskCache.js';
import type { FileCache } from './fileCache.js';
import { type NodeModules, nodeModules } from './nodeModules.js';
import { PageCache } from './pageCache.js';

/** The cache of this system: a folder in Node, Cache Storage in pages that have it. */
export function cacheOf(cacheFolder: string | false | undefined): FileCache | undefined {
  if (cacheFolder === false) return undefined;
  const node = nodeModules();
  if (node !== undefined) return new DiskCache(cacheFolder ?? defaultCacheFolder(node), node);
  return 'caches' in globalThis ? new PageCache() : undefined;
}

/** The folder in `SER_CACHE`, else `ser` in the cache folder of the user, as each system has it. */
export function defaultCacheFolder({
  env,
  os,
  path,
  platform,
}: Pick<NodeModules, 'env' | 'os' | 'path' | 'platform'>): string {
  const set = (name: string) => (env[name] === '' ? undefined : env[name]);
  const own = set('SER_CACHE');
  if (own !== undefined) return own;
  const home = os.homedir();
  if (platform === 'win32')
    return path.join(set('LOCALAPPDATA') ?? path.join(home, 'AppData', 'Local'), 'ser', 'Cache');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'ser');
  return path.join(set('XDG_CACHE_HOME') ?? path.join(home, '.cache'), 'ser');
}
