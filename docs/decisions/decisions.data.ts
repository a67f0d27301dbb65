import { createContentLoader } from 'vitepress';

/** Address and title of each record, in order. */
export interface Decision {
  readonly url: string;
  readonly title: string;
}

declare const data: readonly Decision[];
export { data };

export default createContentLoader('decisions/0*.md', {
  includeSrc: true,
  transform: (pages): readonly Decision[] =>
    pages
      .map(({ url, src = '' }) => ({ url, title: /^# (.+)$/m.exec(src)?.[1]?.replaceAll('`', '') ?? url }))
      .sort((a, b) => (a.url < b.url ? -1 : 1)),
});
