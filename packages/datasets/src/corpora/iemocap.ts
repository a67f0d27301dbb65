import { fileStem } from '../files/audioFileName.js';
import { type AnnotationFile, type CorpusSource, defineCorpus } from './corpusDefinition.js';
import { type IemocapTurn, iemocapLabels, iemocapTranscripts, iemocapTurns } from './iemocapTurns.js';

const speakers = Array.from({ length: 5 }, (_, i) => [`Ses0${i + 1}F`, `Ses0${i + 1}M`]).flat();
const turnName =
  /^(?<session>Ses0[1-5])[FM]_(?:impro\d{2}[ab]?|script\d{2}_\d[ab]?)_(?<sex>[FM])[A-Z]?\d{2,3}$/;

/**
 * The Interactive Emotional Dyadic Motion Capture database: ten actors in five sessions, in improvised and scripted
 * dialogs.
 *
 * The labels are in `SessionN/dialog/EmoEvaluation/*.txt`, with the votes of the raters and with valence, arousal
 * (activation), and dominance from 1 to 5. The speaker is the session and the letter of the last part of a name: the
 * sixth character says only who wears the markers. Turns without a label that most raters agree on are not used. The
 * usual four classes count excited as happy.
 *
 * @see Busso et al., 2008, https://doi.org/10.1007/s10579-008-9076-6
 */
export const iemocap = defineCorpus({
  name: 'iemocap',
  title: 'IEMOCAP',
  url: 'https://sail.usc.edu/iemocap/',
  publication: { authors: 'Busso et al.', year: 2008, url: 'https://doi.org/10.1007/s10579-008-9076-6' },
  license: 'for research, after signing a license',
  language: 'en',
  labels: Object.values(iemocapLabels),
  expectedClips: 7532,
  expectedLabels: {
    angry: 1103,
    happy: 595,
    sad: 1084,
    neutral: 1708,
    excited: 1041,
    frustrated: 1849,
    fear: 40,
    surprise: 107,
    disgust: 2,
    other: 3,
  },
  expectedSpeakers: 10,
  speakers: speakers.map((name) => ({ name, sex: sexOf(name) })),
  nChannels: 1,
  access: {
    terms: 'on-request',
    steps: [
      'Fill in the release form on that page. Its authors send the link.',
      'Unpack it. Only sentences/wav, dialog/EmoEvaluation, and dialog/transcriptions are needed.',
    ],
    layout: ['Session1/sentences/wav/Ses01F_impro01/Ses01F_impro01_F000.wav'],
  },
  annotations: {
    where: '`SessionN/dialog/EmoEvaluation/*.txt`',
    isAnnotation: (path) => isEvaluation(path) || isTranscript(path),
    isClip: (path) => turnName.test(fileStem(path)),
    isOther: (path) => /(^|[/\\])dialog[/\\]/i.test(path),
    read,
  },
});

function isEvaluation(path: string): boolean {
  return /(^|[/\\])EmoEvaluation[/\\][^/\\]+\.txt$/i.test(path);
}

function isTranscript(path: string): boolean {
  return /(^|[/\\])transcriptions[/\\][^/\\]+\.txt$/i.test(path);
}

function sexOf(speaker: string): 'female' | 'male' {
  return speaker.endsWith('F') ? 'female' : 'male';
}

function read(files: readonly AnnotationFile[]): Pick<CorpusSource, 'parseName' | 'irregularity'> {
  const turns = iemocapTurns(files.filter(({ path }) => isEvaluation(path)));
  const texts = iemocapTranscripts(files.filter(({ path }) => isTranscript(path)));
  const problem = (name: string, turn: IemocapTurn | undefined): string | undefined => {
    if (!turnName.test(name)) {
      return 'its name is not dialog and turn, as in `Ses01F_impro01_F000.wav`';
    }
    if (turn === undefined) return 'no file in EmoEvaluation has its label';
    return turn.emotion === undefined ? 'its raters do not agree on a label' : undefined;
  };
  return {
    parseName(path) {
      const name = fileStem(path);
      const turn = turns.get(name);
      if (problem(name, turn) !== undefined) return undefined;
      const { session, sex } = turnName.exec(name)!.groups as { session: string; sex: string };
      const speaker = `${session}${sex}`;
      const text = texts.get(name);
      return {
        speaker,
        sex: sexOf(speaker),
        emotion: turn!.emotion!,
        votes: turn!.votes,
        dimensions: turn!.dimensions,
        ...(text !== undefined && { text }),
      };
    },
    irregularity: (path) => problem(fileStem(path), turns.get(fileStem(path))),
  };
}
