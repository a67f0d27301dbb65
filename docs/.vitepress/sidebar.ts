/** The pages of the site, in the order a newcomer reads them. */
export const sidebar = [
  {
    text: 'Start',
    items: [
      { text: 'First prediction', link: '/first-prediction' },
      { text: 'In a page', link: '/in-a-page' },
      { text: 'On a server', link: '/on-a-server' },
      { text: 'Teach it a voice', link: '/teach' },
      { text: 'Questions', link: '/faq' },
    ],
  },
  {
    text: 'Train and evaluate',
    items: [
      { text: 'Honest evaluation', link: '/honest-evaluation' },
      { text: 'Your own recordings', link: '/own-recordings' },
      { text: 'Recipes', link: '/recipes' },
      { text: 'Features', link: '/features' },
      { text: 'Export', link: '/export' },
      { text: 'Many machines', link: '/many-machines' },
    ],
  },
  {
    text: 'Coming from',
    items: [
      { text: 'Python', link: '/from-python' },
      { text: 'librosa', link: '/coming-from/librosa' },
      { text: 'nkululeko', link: '/coming-from/nkululeko' },
      { text: 'transformers.js', link: '/coming-from/transformers-js' },
    ],
  },
  {
    text: 'Look up',
    items: [
      { text: 'Reference', link: '/reference/' },
      { text: 'Glossary', link: '/glossary' },
      { text: 'Results', link: '/results' },
      { text: 'Metrics', link: '/metrics' },
      { text: 'Engines', link: '/engines' },
      { text: 'Installing', link: '/installing' },
      { text: 'Decisions', link: '/decisions/' },
    ],
  },
];
