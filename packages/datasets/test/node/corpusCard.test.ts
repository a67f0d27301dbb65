import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpusCard, writeCorpusCard } from '../../src/node/corpusCard.js';
import { corpusFolder } from './corpusFolder.js';

const card = { title: 'Call center 2025', license: 'internal', synthetic: false };

describe('the card of a folder', () => {
  it('is read as it was written', async () => {
    const folder = await corpusFolder({});
    await writeCorpusCard(folder, card);
    expect(await readCorpusCard(folder)).toEqual(card);
    expect(JSON.parse(await readFile(join(folder, 'corpus.json'), 'utf8'))).toEqual(card);
  });

  it('may begin with a byte order mark, which editors on Windows write', async () => {
    const folder = await corpusFolder({ 'corpus.json': `\ufeff${JSON.stringify(card)}` });
    expect(await readCorpusCard(folder)).toEqual(card);
  });

  it('may be UTF-16, which PowerShell writes', async () => {
    const folder = await corpusFolder({});
    await writeFile(join(folder, 'corpus.json'), Buffer.from(`\ufeff${JSON.stringify(card)}`, 'utf16le'));
    expect(await readCorpusCard(folder)).toEqual(card);
  });

  it('is undefined in a folder without a card', async () => {
    expect(await readCorpusCard(await corpusFolder({}))).toBeUndefined();
    expect(await readCorpusCard('no-such-folder')).toBeUndefined();
  });
});
