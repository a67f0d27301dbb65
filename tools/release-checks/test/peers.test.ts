import { describe, expect, it } from 'vitest';
import { manifestsOf } from '../src/workspace.js';

describe('peers', () => {
  it('allow every version of our packages before 1.0.0: changesets answers a smaller range with a major version', () => {
    const manifests = [...manifestsOf('packages').values(), ...manifestsOf('apps').values()];
    const peers = manifests
      .flatMap(({ peerDependencies = {} }) => Object.entries(peerDependencies))
      .filter(([name]) => name.startsWith('@ser/'));
    expect(peers.length).toBeGreaterThan(0);
    expect(peers.filter(([, range]) => range !== '>=0.0.0 <1.0.0')).toEqual([]);
  });
});
