import { describe, expect, it } from 'vitest';
import { importEverything, ownErrors } from '../../src/installs/typeRows.js';

describe('importEverything', () => {
  it('imports every entry under a name of its own', () => {
    expect(importEverything(['@ser/dsp', '@ser/audio-io/node'])).toBe(
      "export * as entry0 from '@ser/dsp';\nexport * as entry1 from '@ser/audio-io/node';",
    );
  });
});

describe('ownErrors', () => {
  it('keeps errors in our declarations and in the program, and leaves out those of others', () => {
    const ours = 'node_modules/@ser/dsp/dist/index.d.ts(1,2): error TS2315: Type is not generic.';
    const program = 'index.ts(3,1): error TS7016: Could not find a declaration file.';
    const others = 'node_modules/@tensorflow/tfjs-core/dist/hash_util.d.ts(2,49): error TS2304: No name.';
    expect(ownErrors([ours, others, program, ''].join('\n'))).toEqual([ours, program]);
  });
});
