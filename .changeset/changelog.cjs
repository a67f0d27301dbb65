/**
 * Changelogs for changesets: each entry is the text of its changeset with the commit that brought it. All packages are
 * released together, so a list of updated dependencies of ours would say nothing.
 */
module.exports = {
  getReleaseLine: async ({ summary, commit }) => {
    const [first, ...rest] = summary.split('\n');
    const origin = commit ? `${commit.slice(0, 7)}: ` : '';
    return [`- ${origin}${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
  },
  getDependencyReleaseLine: async () => '',
};
