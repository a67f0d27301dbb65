import { fileStem } from '../files/audioFileName.js';
import { annotationTable } from './annotationTable.js';
import { type AnnotationFile, type CorpusSource, defineCorpus, type NameLabels } from './corpusDefinition.js';

const emotionOf: Readonly<Record<string, string>> = {
  neutral: 'neutral',
  joy: 'happy',
  sadness: 'sad',
  anger: 'angry',
  surprise: 'surprise',
  fear: 'fear',
  disgust: 'disgust',
};

/** Spellings of one speaker in the tables. */
const speakerOf: Readonly<Record<string, string>> = {
  'Dr. Leedbetter': 'Dr. Ledbetter',
  'A Waiter': 'The Waiter',
  Paleontologist: 'Professore Clerk',
  'Ross and Joey': 'Joey and Ross',
  Both: 'Joey and Chandler',
  'Phoebe Sr': 'Phoebe Sr.',
  'Rachel and Phoebe': 'Phoebe and Rachel',
};

const clipName = /^(?:(?<split>train|dev|test)_)?(?:final_videos_test)?dia(?<dialog>\d+)_utt(?<turn>\d+)$/i;
const columns = ['Utterance', 'Speaker', 'Emotion', 'Dialogue_ID', 'Utterance_ID'] as const;

/**
 * The Multimodal EmotionLines Dataset: 13,708 utterances from the television series Friends, in seven emotions.
 *
 * The labels are in three tables, and the numbers of dialogs begin again in each, so the folder or the file name must say
 * `train`, `dev`, or `test`. The split of the tables is in `Utterance.split`; several main characters are in all three, so
 * it is not speaker-independent. Utterances of several people at once have those as one speaker.
 *
 * @see Poria et al., 2019, https://doi.org/10.18653/v1/P19-1050
 */
export const meld = defineCorpus({
  name: 'meld',
  title: 'MELD',
  url: 'https://github.com/declare-lab/MELD',
  publication: { authors: 'Poria et al.', year: 2019, url: 'https://doi.org/10.18653/v1/P19-1050' },
  license: 'GPL 3.0 (tables); clips of a television series, for research',
  language: 'en',
  labels: Object.values(emotionOf),
  expectedClips: 13_708,
  access: {
    terms: 'open',
    steps: [
      'Download MELD.Raw.tar.gz and unpack it and the archives in it.',
      'The clips are videos. Write their sound to WAV files with the same names and folders, for example with `ffmpeg -i dia0_utt0.mp4 -vn dia0_utt0.wav`.',
    ],
    layout: ['train/train_splits/dia0_utt0.wav', 'dev_splits_complete/dia1_utt2.wav'],
  },
  annotations: {
    where: '`train_sent_emo.csv`, `dev_sent_emo.csv`, and `test_sent_emo.csv`',
    isAnnotation: (path) => splitOfTable(path) !== undefined,
    isClip: (path) => clipName.test(fileStem(path)),
    read,
  },
});

function splitOfTable(path: string): string | undefined {
  return /(?:^|[/\\])(train|dev|test)_sent_emo\.csv$/i.exec(path)?.[1]?.toLowerCase();
}

/** `train_splits` and `output_repeated_splits_test` name a split; the folder next to the file decides. */
function splitOfPath(path: string): string | undefined {
  const named = clipName.exec(fileStem(path))?.groups?.['split'];
  const folders = path.split(/[/\\]/).slice(0, -1).reverse();
  const found = folders.flatMap((folder) => /(?:^|_)(train|dev|test)(?:_|$)/i.exec(folder)?.[1] ?? [])[0];
  return (named ?? found)?.toLowerCase();
}

function read(files: readonly AnnotationFile[]): Pick<CorpusSource, 'parseName' | 'irregularity'> {
  const rows = new Map<string, NameLabels>();
  for (const file of files) {
    const split = splitOfTable(file.path)!;
    for (const row of annotationTable(file, columns)) {
      const emotion = emotionOf[row.Emotion.toLowerCase()];
      if (emotion === undefined) continue;
      const name = `${split}_dia${row.Dialogue_ID}_utt${row.Utterance_ID}`;
      const speaker = speakerOf[row.Speaker] ?? row.Speaker;
      rows.set(name, { name, speaker, emotion, text: row.Utterance, split });
    }
  }
  const splits = [...new Set(files.map(({ path }) => splitOfTable(path)!))];
  const nameOf = (path: string): string | undefined => {
    const split = splitOfPath(path) ?? (splits.length === 1 ? splits[0] : undefined);
    const { dialog, turn } = clipName.exec(fileStem(path))?.groups ?? {};
    return split === undefined || dialog === undefined ? undefined : `${split}_dia${dialog}_utt${turn}`;
  };
  const problem = (path: string): string | undefined => {
    if (!clipName.test(fileStem(path))) return 'its name is not dialog and utterance, as in `dia0_utt0.mp4`';
    const name = nameOf(path);
    if (name === undefined) return 'neither its folder nor its name says train, dev, or test';
    if (name === 'train_dia125_utt3') return 'the published clip is damaged';
    return rows.has(name) ? undefined : 'no table has its label';
  };
  return {
    parseName: (path) => (problem(path) === undefined ? rows.get(nameOf(path)!) : undefined),
    irregularity: problem,
  };
}
