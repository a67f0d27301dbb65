import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSealed, readSealedJson, seal, sealJson, unseal, unsealJson } from '../../src/files/sealed.js';
import { freshFolder } from '../tinyExperiment.js';

const bytes = Uint8Array.from({ length: 50 }, (_, i) => i);
const value = { uar: 0.1 + 0.2, list: [1, null, 'ä'], nested: { b: 1, a: 2 } };

describe('seal', () => {
  it('returns what was sealed', () => {
    expect(Uint8Array.from(unseal(seal(bytes))!)).toEqual(bytes);
    expect(unseal(seal(new Uint8Array()))).toHaveLength(0);
    expect(unsealJson(sealJson(value))).toEqual(value);
  });

  it('notices every changed byte, every cut, and zeros', () => {
    const sealed = seal(bytes);
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i]! ^= 1;
      expect(unseal(changed)).toBeUndefined();
      expect(unseal(sealed.subarray(0, i))).toBeUndefined();
    }
    expect(unseal(Buffer.alloc(sealed.length))).toBeUndefined();
  });

  it.each(['', '\0\0\0', 'null', '3', '{}', '{"value":1}', '[1', sealJson(value).replace('"a":2', '"a":3')])(
    'refuses the JSON %j',
    (text) => {
      expect(unsealJson(text)).toBeUndefined();
    },
  );
});

describe('readSealed', () => {
  it('tells a missing file from a damaged one, which it names together with what to do', async () => {
    const path = join(await freshFolder(), 'state.bin');
    expect(await readSealed(path, '')).toBeUndefined();
    expect(await readSealedJson(path, '')).toBeUndefined();
    await writeFile(path, '');
    const error = {
      code: 'damaged-checkpoint',
      file: path,
      message: `\`${path}\` must be unchanged since it was written; its checksum does not match its content. Delete it.`,
    };
    await expect(readSealed(path, 'Delete it.')).rejects.toMatchObject(error);
    await expect(readSealedJson(path, 'Delete it.')).rejects.toMatchObject(error);
  });
});
