import { fileStem } from '../files/audioFileName.js';
import { annotationTable } from './annotationTable.js';
import { type AnnotationFile, type CorpusSource, defineCorpus, type NameLabels } from './corpusDefinition.js';

const emotionOf: Readonly<Record<string, string>> = {
  A: 'angry',
  H: 'happy',
  S: 'sad',
  N: 'neutral',
  U: 'surprise',
  F: 'fear',
  D: 'disgust',
  C: 'contempt',
  O: 'other',
};

const columns = [
  ...(['FileName', 'EmoClass', 'EmoAct', 'EmoVal', 'EmoDom', 'SpkrID'] as const),
  ...(['Gender', 'Split_Set'] as const),
];
type Row = Readonly<Record<(typeof columns)[number], string>>;

const clipName = /^MSP-PODCAST(?:_\d+)+$/i;

/**
 * MSP-Podcast: sentences from podcasts, labeled by raters with emotions and with arousal, valence, and dominance from 1 to
 * 7. The number of clips grows with each release; 264,705 is that of release 2.0.
 *
 * The labels are in `labels_consensus.csv`, which releases up to 1.10 spell `labels_concensus.csv`, and the split of the
 * release is in `Utterance.split`. Clips that the raters do not agree on (X), and those of test set 3, whose labels are
 * not published, are not used. The speakers of some clips are unknown.
 *
 * @see Lotfian & Busso, 2019, https://doi.org/10.1109/TAFFC.2017.2736999
 */
export const mspPodcast = defineCorpus({
  name: 'msp-podcast',
  title: 'MSP-Podcast',
  url: 'https://ecs.utdallas.edu/research/researchlabs/msp-lab/MSP-Podcast.html',
  publication: { authors: 'Lotfian & Busso', year: 2019, url: 'https://doi.org/10.1109/TAFFC.2017.2736999' },
  license: 'for research, after signing a license',
  language: 'en',
  labels: Object.values(emotionOf),
  expectedClips: 264_705,
  access: {
    terms: 'on-request',
    steps: [
      'Sign the license on that page. Its authors send the link.',
      'Keep Audios and Labels in one folder.',
    ],
    layout: ['Audios/MSP-PODCAST_0001_0008.wav'],
  },
  annotations: {
    where: '`Labels/labels_consensus.csv` (or `labels_concensus.csv`)',
    isAnnotation: (path) => /(^|[/\\])labels_con[sc]ensus\.csv$/i.test(path),
    isClip: (path) => clipName.test(fileStem(path)),
    read,
  },
});

function read(files: readonly AnnotationFile[]): Pick<CorpusSource, 'parseName' | 'irregularity'> {
  const rows = files.flatMap((file) => annotationTable(file, columns));
  const rowOf = new Map(rows.map((row) => [fileStem(row.FileName), row]));
  const problem = (path: string): string | undefined => {
    const row = rowOf.get(fileStem(path));
    if (row === undefined) return 'labels_consensus.csv has no row for it';
    if (row.EmoClass === 'X') return 'its raters do not agree on a label';
    return emotionOf[row.EmoClass] === undefined ? `its label is \`${row.EmoClass}\`` : undefined;
  };
  return {
    parseName: (path) => (problem(path) === undefined ? labelsOf(rowOf.get(fileStem(path))!) : undefined),
    irregularity: problem,
  };
}

function labelsOf(row: Row): NameLabels {
  const sex = row.Gender.toLowerCase();
  const values = { arousal: row.EmoAct, valence: row.EmoVal, dominance: row.EmoDom };
  const known = Object.entries(values).filter(([, text]) => text !== '' && Number.isFinite(Number(text)));
  return {
    emotion: emotionOf[row.EmoClass]!,
    ...(!/^(unknown)?$/i.test(row.SpkrID) && { speaker: row.SpkrID }),
    ...((sex === 'female' || sex === 'male') && { sex }),
    ...(known.length > 0 && {
      dimensions: Object.fromEntries(known.map(([name, text]) => [name, Number(text)])),
    }),
    ...(row.Split_Set !== '' && { split: row.Split_Set }),
  };
}
