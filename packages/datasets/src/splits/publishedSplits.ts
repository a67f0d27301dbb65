/** Folds by speaker, as listed by their authors. All other speakers of the corpus are trained on. */
export interface PublishedSplit {
  /** Name to use in `makeSplit`; it is unique within a corpus. */
  readonly name: string;
  /** Name of the corpus, as in `findCorpus`. */
  readonly corpus: string;
  readonly title: string;
  /** Where the folds are listed. */
  readonly url: string;
  readonly folds: readonly PublishedFold[];
}

/** One fold of a published split. */
export interface PublishedFold {
  /** Names of the test speakers. */
  readonly test: readonly string[];
  /** Names of the validation speakers, if the authors list any. */
  readonly validation?: readonly string[];
}

/** The published splits that `makeSplit` knows. */
export const publishedSplits: readonly PublishedSplit[] = [
  {
    name: 'emobox',
    corpus: 'ravdess',
    title: 'EmoBox',
    url: 'https://github.com/emo-box/EmoBox',
    folds: [
      { test: ['01', '11', '20', '21'] },
      { test: ['04', '10', '12', '14'] },
      { test: ['08', '09', '19', '23'] },
      { test: ['03', '05', '07', '24'] },
      { test: ['02', '15', '16', '18'] },
      { test: ['06', '13', '17', '22'] },
    ],
  },
  {
    name: 'luna',
    corpus: 'ravdess',
    title: 'Luna-Jiménez 2021',
    url: 'https://github.com/cristinalunaj/MMEmotionRecognition',
    folds: [
      { test: ['02', '05', '14', '15', '16'] },
      { test: ['03', '06', '07', '13', '18'] },
      { test: ['10', '11', '12', '19', '20'] },
      { test: ['08', '17', '21', '23', '24'] },
      { test: ['01', '04', '09', '22'] },
    ],
  },
  {
    name: 'consecutive',
    corpus: 'ravdess',
    title: 'consecutive actors (1 to 4, 5 to 8, …)',
    url: 'https://zenodo.org/records/1188976',
    folds: Array.from({ length: 6 }, (_, fold) => ({ test: ravdessActors(4 * fold + 1, 4 * fold + 4) })),
  },
  {
    name: 'nkululeko',
    corpus: 'ravdess',
    title: 'nkululeko',
    url: 'https://github.com/felixbur/nkululeko',
    folds: [{ test: ['21', '22', '23', '24'], validation: ['16', '17', '19', '20'] }],
  },
  {
    name: 'emo-superb',
    corpus: 'crema-d',
    title: 'EMO-SUPERB',
    url: 'https://github.com/EMOsuperb/EMO-SUPERB-submission',
    folds: [
      { test: actors(1001, 1018), validation: actors(1019, 1036) },
      { test: actors(1019, 1036), validation: actors(1037, 1054) },
      { test: actors(1037, 1054), validation: actors(1055, 1072) },
      { test: actors(1055, 1072), validation: actors(1073, 1091) },
      { test: actors(1073, 1091), validation: actors(1001, 1018) },
    ],
  },
  {
    name: 'emobox',
    corpus: 'savee',
    title: 'EmoBox',
    url: 'https://github.com/emo-box/EmoBox',
    folds: [{ test: ['JE'] }, { test: ['KL'] }, { test: ['DC'] }, { test: ['JK'] }],
  },
  {
    name: 'nkululeko',
    corpus: 'savee',
    title: 'nkululeko',
    url: 'https://github.com/felixbur/nkululeko',
    folds: [{ test: ['KL'] }],
  },
];

/** Names of RAVDESS's actors from the first to the last. */
function ravdessActors(first: number, last: number): readonly string[] {
  return actors(first, last).map((name) => name.padStart(2, '0'));
}

/** Names of CREMA-D's actors from the first to the last. */
function actors(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}`);
}
