import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheOf, defaultCacheFolder } from '../../src/files/cacheOf.js';

const folderOn = (platform: string, env: Record<string, string> = {}) =>
  platform === 'win32'
    ? defaultCacheFolder({ platform, env, path: win32, os: { homedir: () => 'C:\\Users\\ada' } })
    : defaultCacheFolder({ platform, env, path: posix, os: { homedir: () => '/home/ada' } });

describe('the cache folder', () => {
  it.each([
    ['linux', {}, '/home/ada/.cache/ser'],
    ['linux', { XDG_CACHE_HOME: '/cache' }, '/cache/ser'],
    ['darwin', {}, '/home/ada/Library/Caches/ser'],
    ['win32', {}, 'C:\\Users\\ada\\AppData\\Local\\ser\\Cache'],
    ['win32', { LOCALAPPDATA: 'D:\\local' }, 'D:\\local\\ser\\Cache'],
    ['linux', { SER_CACHE: '/mine' }, '/mine'],
    ['linux', { SER_CACHE: '' }, '/home/ada/.cache/ser'],
  ])('on %s with %j is %s', (platform, env, folder) => {
    expect(folderOn(platform, env)).toBe(folder);
  });

  it('is an option, also to keep nothing', () => {
    expect(cacheOf('here')!.location).toBe('here');
    expect(cacheOf(false)).toBeUndefined();
  });
});
