export { emotions, speakerKey, type Emotion, type Sex, type Utterance } from './utterance.js';

export { corpora, findCorpus } from './corpora/corpora.js';
export { cremaD } from './corpora/cremaD.js';
export { emodb } from './corpora/emodb.js';
export { nemo } from './corpora/nemo.js';
export { ravdess } from './corpora/ravdess.js';
export { savee } from './corpora/savee.js';
export { tess } from './corpora/tess.js';
export {
  defineCorpus,
  type CorpusAccess,
  type CorpusDefinition,
  type CorpusSource,
  type NameLabels,
} from './corpora/corpusDefinition.js';
export { guessCorpus, type CorpusGuess } from './corpora/guessCorpus.js';

export { parseFiles, type Irregularity, type ParsedFiles } from './parseFiles.js';
export { selectLabels } from './selectLabels.js';

export { makeSplit, type MakeSplitOptions } from './splits/makeSplit.js';
export { checkSplit } from './splits/checkSplit.js';
export { copyId, sourceOf } from './splits/copies.js';
export { publishedSplits, type PublishedFold, type PublishedSplit } from './splits/publishedSplits.js';
export type {
  Fold,
  LeaveOneCorpusOutRequest,
  LeaveOneSpeakerOutRequest,
  PublishedSplitRequest,
  RandomSplitRequest,
  SpeakerFoldsRequest,
  SpeakerSplitRequest,
  Split,
  SplitRequest,
} from './splits/split.js';

export { SerError } from '@ser/core';
export type { DatasetErrorCode } from './errors.js';

// moved here
export { isAudioFile } from './audioFileName.js';
export { cardFileName } from './node/corpusCard.js';
export { listFiles } from './node/listFiles.js';
export { cremaDActors } from './corpora/cremaD.js';
export { cremaDWomen } from './corpora/cremaDWomen.js';
export { emodbSexes } from './corpora/emodb.js';
export { tessWords } from './corpora/tessWords.js';
