import { describe, expect, it } from 'vitest';
import { productionTree } from '../src/productionTree.js';
import { publicPackages } from '../src/workspace.js';

/** Licenses that ask for no more than their notice. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Python-2.0',
];

/** Packages whose license has no SPDX name, and what it says. */
const read: Readonly<Record<string, string>> = {
  // NIST: free to use, change, and distribute, with its notice. Optional, for Keras files.
  h5wasm: 'SEE LICENSE IN LICENSE.txt',
};

const tree = productionTree([...publicPackages(), 'apps/cli']);

describe('what users install with these packages', () => {
  it('includes the packages that the manifests name, and theirs', () => {
    const names = tree.map(({ name }) => name);
    expect(names).toContain('@tensorflow/tfjs-layers');
    expect(names).toContain('fastify');
    expect(names).toContain('avvio');
    expect(names).not.toContain('vitest');
  });

  it('has permissive licenses only', () => {
    const others = tree.filter(({ name, license }) => {
      if (read[name] === license) return false;
      const choices = license.replace(/[()]/g, '').split(/ OR /);
      return !choices.some((choice) => choice.split(/ AND /).every((one) => permissive.includes(one)));
    });
    expect(others).toEqual([]);
  });
});
