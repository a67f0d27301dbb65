import { posix } from 'node:path';

const repository = 'https://github.com/ser-ts/ser';

/**
 * Where a link of a page leads on the site. Pages link to files of the repository by relative paths, so that they work
 * on GitHub; what is not a page of the site is linked there.
 *
 * @param href as written, such as `../packages/dsp#readme`
 * @param page path of the page within `docs`, such as `results.md`
 */
export function siteLink(href: string, page: string): string {
  if (/^([a-z]+:|#|\/)/i.test(href)) return href;
  const [path = '', hash] = href.split('#');
  const target = posix.join('docs', posix.dirname(page), path);
  if (target.startsWith('docs/') && !target.startsWith('docs/api/')) return href;
  const kind = /\.[a-z]+$/i.test(target) ? 'blob' : 'tree';
  return `${repository}/${kind}/main/${target}${hash === undefined ? '' : `#${hash}`}`;
}
