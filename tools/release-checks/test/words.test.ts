import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../words.js';
import { workspaceRoot } from '../src/workspace.js';

/** Files that quote what the check forbids, name third parties, or record the past. */
const exceptions = [
  /words\.test\.ts$/,
  /tessWords\.ts$/,
  /^words\.js$/,
  /^docs\/api\//,
  /(^|\/)CHANGELOG\.md$/,
  /^\.changeset\//,
  /^package-lock\.json$/,
  /\/goldens\//,
  /\/fixtures\//,
];

/** A line that keeps a name for files or programs of others says so with this comment. */
const keeps = /words: keep/;

function trackedTexts(): readonly string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: workspaceRoot,
    encoding: 'utf8',
  });
  return files
    .split('\n')
    .filter((file) => /\.(ts|js|mjs|md|py|json|ya?ml)$/.test(file))
    .filter((file) => existsSync(`${workspaceRoot}${file}`))
    .filter((file) => !exceptions.some((exception) => exception.test(file)));
}

const checks = plainWords.map(([source, instead]) => ({
  pattern: new RegExp(source!, 'i'),
  instead: instead!,
}));

function findWords(text: string, file: string): readonly string[] {
  return text.split('\n').flatMap((line, i) => {
    if (keeps.test(line)) return [];
    return checks.flatMap(({ pattern, instead }) => {
      const found = pattern.exec(line);
      return found === null ? [] : [`${file}:${i + 1}: "${found[0]}": write ${instead}`];
    });
  });
}

describe('plain American English', () => {
  it('finds a word that does not belong', () => {
    expect(findWords('Take the model\nin the box.', 'README.md')).toEqual([
      'README.md:2: "in the box": write bundled',
    ]);
  });

  it('is used in every text of the project', () => {
    const found = trackedTexts().flatMap((file) => {
      const text = readFileSync(`${workspaceRoot}${file}`, 'utf8');
      return [...findWords(file, `name of ${file}`), ...findWords(text, file)];
    });
    expect(found).toEqual([]);
  });
});
