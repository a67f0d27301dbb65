import { describe, expect, it } from 'vitest';
import { corpora, findCorpus } from '../../src/corpora/corpora.js';
import { annotateCorpus } from '../../src/corpora/corpusDefinition.js';
import { scanCorpus } from '../../src/node/scanCorpus.js';
import { parseFiles } from '../../src/parse/parseFiles.js';
import { makeSplit } from '../../src/splits/makeSplit.js';
import { corpusFolder, tone } from '../node/corpusFolder.js';

const evaluation = [
  '% [START_TIME - END_TIME] TURN_NAME EMOTION [V, A, D]',
  '',
  '[6.2901 - 8.2357]\tSes01F_impro01_F000\tneu\t[2.5000, 2.5000, 2.5000]',
  'C-E2:\tNeutral;\t()',
  'C-E3:\tNeutral;\t()',
  'C-E4:\tNeutral; Frustration;\t()',
  'C-F1:\tNeutral;\t()',
  'A-E3:\tval 3; act 2; dom  2;\t()',
  '',
  '[10.0100 - 11.3925]\tSes01F_impro01_M001\txxx\t[2.5000, 3.5000, 2.5000]',
  'C-E2:\tAnger;\t()',
  '',
  '[14.8872 - 18.0175]\tSes01F_impro01_M002\texc\t[4.0000, 3.5000, 3.0000]',
  'C-E2:\tExcited;\t()',
  'C-E3:\tHappiness;\t()',
].join('\n');
const wav = 'Session1/sentences/wav/Ses01F_impro01';
const iemocapFiles = {
  'Session1/dialog/EmoEvaluation/Ses01F_impro01.txt': evaluation,
  'Session1/dialog/EmoEvaluation/Categorical/Ses01F_impro01_e2_cat.txt': 'Ses01F_impro01_F000 :Anger; ()',
  'Session1/dialog/transcriptions/Ses01F_impro01.txt':
    'Ses01F_impro01_F000 [006.2901-008.2357]: Excuse me.\nSes01F_impro01_M002 [014.8872-018.0175]: Okay.\n',
  'Session1/dialog/wav/Ses01F_impro01.wav': tone(100),
  [`${wav}/Ses01F_impro01_F000.wav`]: tone(200),
  [`${wav}/Ses01F_impro01_M001.wav`]: tone(300),
  [`${wav}/Ses01F_impro01_M002.WAV`]: tone(400),
  [`${wav}/._Ses01F_impro01_M002.wav`]: 'mac',
};

describe('iemocap', () => {
  it('reads labels, votes, values, texts, and speakers from the files of the dialogs', async () => {
    const scan = await scanCorpus('iemocap', await corpusFolder(iemocapFiles));
    expect(scan.utterances).toMatchObject([
      {
        id: 'iemocap/Ses01F_impro01_F000',
        speaker: 'Ses01F',
        sex: 'female',
        emotion: 'neutral',
        text: 'Excuse me.',
        votes: { neutral: 3, frustrated: 1 },
        dimensions: { valence: 2.5, arousal: 2.5, dominance: 2.5 },
      },
      { id: 'iemocap/Ses01F_impro01_M002', speaker: 'Ses01M', sex: 'male', emotion: 'excited' },
    ]);
    expect(scan.irregular).toEqual([
      { file: `${wav}/Ses01F_impro01_M001.wav`, what: 'its raters do not agree on a label' },
    ]);
  });

  it('counts excited as happy, as the usual four classes do', async () => {
    const map = { excited: 'happy' };
    const { utterances } = await scanCorpus('iemocap', await corpusFolder(iemocapFiles), { map });
    expect(utterances[1]).toMatchObject({ emotion: 'happy', votes: { happy: 2 } });
  });

  it('says where the labels should be', async () => {
    const folder = await corpusFolder({ [`${wav}/Ses01F_impro01_F000.wav`]: tone(200) });
    await expect(scanCorpus('iemocap', folder)).rejects.toThrow(
      'The labels of IEMOCAP are in `SessionN/dialog/EmoEvaluation/*.txt`; there is no such file',
    );
  });
});

const header =
  'Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID,Season,Episode,StartTime,EndTime';
const row = (text: string, speaker: string, emotion: string, dialog: number, turn: number) =>
  `1,${text},${speaker},${emotion},neutral,${dialog},${turn},8,21,"00:16:16,059","00:16:21,731"`;
const meldFiles = {
  'train_sent_emo.csv': [
    header,
    row('"You, sir"', 'A Waiter', 'joy', 0, 0),
    row('No', 'Ross', 'anger', 125, 3),
  ].join('\n'),
  'dev_sent_emo.csv': [header, row('Oh', 'Phoebe', 'fear', 0, 0)].join('\r\n'),
  'test_sent_emo.csv': [header, row('Why', 'Mark', 'disgust', 0, 0)].join('\n'),
};

describe('meld', () => {
  it('keeps the clips of the three tables apart, whose numbers begin again', async () => {
    const folder = await corpusFolder({
      ...meldFiles,
      'train/train_splits/dia0_utt0.wav': tone(200),
      'train/train_splits/dia125_utt3.wav': tone(210),
      'dev_splits_complete/dia0_utt0.wav': tone(300),
      'test/output_repeated_splits_test/final_videos_testdia0_utt0.wav': tone(400),
      'test/output_repeated_splits_test/dia9_utt9.wav': tone(500),
    });
    const { utterances, irregular } = await scanCorpus('meld', folder);
    expect(utterances).toMatchObject([
      { id: 'meld/dev_dia0_utt0', speaker: 'Phoebe', emotion: 'fear', split: 'dev' },
      { id: 'meld/test_dia0_utt0', speaker: 'Mark', emotion: 'disgust', split: 'test' },
      {
        id: 'meld/train_dia0_utt0',
        speaker: 'The Waiter',
        emotion: 'happy',
        text: 'You, sir',
        split: 'train',
      },
    ]);
    expect(irregular.map(({ what }) => what)).toEqual([
      'no table has its label',
      'the published clip is damaged',
    ]);
    const [fold] = makeSplit(utterances, { kind: 'table' }, { seed: 1 }).folds;
    expect(fold).toMatchObject({ validation: ['meld/dev_dia0_utt0'], test: ['meld/test_dia0_utt0'] });
  });

  it('needs to know which table a clip belongs to', () => {
    const files = Object.entries(meldFiles).map(([path, text]) => ({ path, text }));
    const meld = annotateCorpus(findCorpus('meld'), files);
    expect(parseFiles(meld, ['clips/dia0_utt0.wav']).irregular[0]!.what).toContain(
      'says train, dev, or test',
    );
    expect(parseFiles(meld, ['clips/test_dia0_utt0.wav']).utterances).toMatchObject([{ speaker: 'Mark' }]);
    const onlyDev = annotateCorpus(findCorpus('meld'), files.slice(1, 2));
    expect(parseFiles(onlyDev, ['clips/dia0_utt0.wav']).utterances).toMatchObject([{ speaker: 'Phoebe' }]);
  });
});

describe('mspPodcast', () => {
  const table = [
    'FileName,EmoClass,EmoAct,EmoVal,EmoDom,SpkrID,Gender,Split_Set',
    'MSP-PODCAST_0001_0008.wav,N,2.2,4.0,2.6,30,Male,Test1',
    'MSP-PODCAST_0001_0009.wav,C,5,4,3,Unknown,Unknown,Development',
    'MSP-PODCAST_0001_0010.wav,X,5,4,3,30,Male,Train',
    'MSP-PODCAST_0001_0011.wav,,,,,,,Test3',
  ].join('\n');

  it.each(['labels_consensus.csv', 'labels_concensus.csv'])('reads Labels/%s', async (name) => {
    const audio = (n: string) => [`Audios/MSP-PODCAST_0001_00${n}.wav`, tone(100 + Number(n))] as const;
    const folder = await corpusFolder({
      [`Labels/${name}`]: table,
      ...Object.fromEntries(['08', '09', '10', '11', '12'].map(audio)),
    });
    const { utterances, irregular } = await scanCorpus('msp-podcast', folder);
    expect(utterances).toMatchObject([
      {
        speaker: '30',
        sex: 'male',
        emotion: 'neutral',
        split: 'Test1',
        dimensions: { arousal: 2.2, valence: 4, dominance: 2.6 },
      },
      { emotion: 'contempt', split: 'Development' },
    ]);
    expect(utterances[1]!.speaker).toBeUndefined();
    expect(irregular.map(({ what }) => what)).toEqual([
      'its raters do not agree on a label',
      'its label is ``',
      'labels_consensus.csv has no row for it',
    ]);
  });

  it('names a column that the table does not have', () => {
    const files = [{ path: 'labels_consensus.csv', text: 'FileName,EmoClass\n' }];
    expect(() => annotateCorpus(findCorpus('msp-podcast'), files)).toThrow(
      'The header must have a column `EmoAct`',
    );
  });
});

describe('annotateCorpus', () => {
  it('leaves corpora with labels in their file names as they are', () => {
    const ravdess = findCorpus('ravdess');
    expect(annotateCorpus(ravdess, [])).toBe(ravdess);
  });

  it('is needed for these corpora: without it, no clip has a label', () => {
    const annotated = corpora.filter(({ annotations }) => annotations !== undefined);
    expect(annotated.map(({ name }) => name)).toEqual(['iemocap', 'meld', 'msp-podcast']);
    for (const corpus of annotated) expect(corpus.parse(corpus.access!.layout[0]!)).toBeUndefined();
  });
});
