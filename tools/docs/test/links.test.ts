import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteLink } from '../../../docs/.vitepress/links.js';
import { sidebar } from '../../../docs/.vitepress/sidebar.js';
import { pagesOf, root } from '../src/pages.js';

const withoutCode = (text: string) => text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');

/** The anchors of a page, as GitHub makes them from headings. */
function anchorsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(join(root, path), 'utf8').replace(/^```.*?^```$/gms, '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
  return new Set(headings);
}

function brokenLinks(page: string): readonly string[] {
  const text = withoutCode(readFileSync(join(root, page), 'utf8'));
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, href]) => href!);
  return links
    .filter((href) => !/^([a-z]+:|\/)/i.test(href))
    .filter((href) => {
      const [path = '', hash] = href.split('#');
      const target = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path));
      if (!existsSync(join(root, target))) return true;
      if (hash === undefined || hash === 'readme' || !target.endsWith('.md')) {
        return (
          hash !== undefined && hash !== 'readme' && !anchorsOf(posix.join(target, 'README.md')).has(hash)
        );
      }
      return !anchorsOf(target).has(hash);
    });
}

describe('links', () => {
  it.each(pagesOf())('%s leads to files and headings that exist', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('of the sidebar lead to pages', () => {
    const links = sidebar
      .flatMap(({ items }) => items.map(({ link }) => link))
      .filter((link) => link !== '/reference/');
    const missing = links.filter((link) => {
      return !existsSync(join(root, `docs${link.endsWith('/') ? `${link}index` : link}.md`));
    });
    expect(missing).toEqual([]);
  });

  it('to files of the repository lead to GitHub on the site', () => {
    expect(siteLink('../packages/dsp#readme', 'results.md')).toBe(
      'https://github.com/ser-ts/ser/tree/main/packages/dsp#readme',
    );
    expect(siteLink('../SECURITY.md', 'faq.md')).toBe('https://github.com/ser-ts/ser/blob/main/SECURITY.md');
    expect(siteLink('results.md#teaching', 'faq.md')).toBe('results.md#teaching');
    expect(siteLink('../results.md', 'decisions/0001-one-error-class.md')).toBe('../results.md');
  });
});
