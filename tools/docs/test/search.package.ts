import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../src/pages.js';
import { openSearch } from '../src/searchIndex.js';

/** What newcomers ask, and the page that must be among the first five sections found. */
const questions = [
  ['how do I install it', '/installing'],
  ['recognize emotion in a wav file', '/first-prediction'],
  ['use my own recordings', '/own-recordings'],
  ['wrong for my voice', '/faq'],
  ['microphone in the browser', '/in-a-page'],
  ['run it on a server', '/on-a-server'],
  ['why is 99% accuracy wrong', '/honest-evaluation'],
  ['what is UAR', '/faq'],
  ['glossary', '/glossary'],
  ['export to onnx and use in python', '/export'],
  ['mfcc same as librosa', '/coming-from/librosa'],
  ['commercial use license', '/faq'],
] as const;

describe('the built site', () => {
  const site = mkdtempSync(join(tmpdir(), 'ser-site-'));
  let search: (query: string) => readonly string[];

  beforeAll(async () => {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const main = join(root, 'tools/docs/src/main.ts');
    const argv = [tsx, '--conditions=@ser/source', main, 'build', '--no-reference', '--out', site];
    execFileSync(process.execPath, argv, { cwd: join(root, 'tools/docs'), stdio: 'ignore' });
    // the index is an ES module
    cpSync(join(root, 'package.json'), join(site, 'package.json'));
    search = await openSearch(site);
  });

  afterAll(() => rmSync(site, { recursive: true, force: true }));

  it.each(questions)('search for "%s" finds %s', (question, page) => {
    const found = search(question)
      .slice(0, 5)
      .map((id) => id.split('#')[0]);
    expect(found).toContain(page);
  });
});
