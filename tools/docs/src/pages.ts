import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Paths of the Markdown files that people read: pages of the site, READMEs, and what lies at the top. */
export function pagesOf(): readonly string[] {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md') && !/^docs\/(api|reference|\.vitepress)\//.test(name));
  const readmes = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}/README.md`),
  );
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  return [...top, 'reference/README.md', ...readmes, ...docs]
    .filter((page) => existsSync(join(root, page)))
    .sort();
}
