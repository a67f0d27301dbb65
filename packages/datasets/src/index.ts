/**
 * From recordings to labeled utterances, and from utterances to splits for training and testing: parsers for known
 * emotion corpora, speaker-independent splits, and a leak check. Everything here runs in a browser too;
 * `@ser/datasets/node` reads folders and tables.
 *
 * - Utterances: `Utterance`, `emotions`, `speakerKey`, `segmentId`, `selectLabels`, `emotionOfWord`
 * - Tables of your own recordings: `parseManifest`
 * - Known corpora: `corpora`, `findCorpus`; your own: `registerCorpus`, `knownCorpora`
 * - Votes of raters: `cremaDVotes`; tables with columns `vote.LABEL` have them in `Utterance.votes`
 * - Your own corpus with labels in its file names: `defineCorpus`, `parseFiles`; in files beside them: `annotateCorpus`
 * - Splits: `makeSplit`, `publishedSplits`; the two sides of a fold: `foldUtterances`, `foldRows`
 * - Leaks: `checkSplit`; ids of augmented copies: `copyId`, `sourceOf`
 * - Errors: `SerError`, with the codes of `DatasetErrorCode`
 *
 * @packageDocumentation
 */
export { type Emotion, emotions, type Sex, speakerKey, type Utterance, type Votes } from './utterance.js';
export { emotionOfWord } from './labels/emotionWords.js';
export { parseManifest, type ParseManifestOptions } from './manifest/parseManifest.js';
export { segmentId } from './manifest/segmentId.js';
export { selectLabels } from './selectLabels.js';

export { corpora, findCorpus, knownCorpora, registerCorpus } from './corpora/corpora.js';
export {
  annotateCorpus,
  type AnnotatedCorpusSource,
  type AnnotationFile,
  type CorpusAccess,
  type CorpusAnnotations,
  type CorpusDefinition,
  type CorpusPublication,
  type CorpusSource,
  type CorpusSpeaker,
  defineCorpus,
  type NameLabels,
} from './corpora/corpusDefinition.js';
export { cremaDVotes, type CremaDPresentation } from './corpora/cremaDVotes.js';
export { parseFiles } from './parse/parseFiles.js';
export type { Irregularity, ParsedFiles } from './parse/parsedFiles.js';

export { makeSplit, type MakeSplitOptions } from './splits/makeSplit.js';
export { foldRows, type FoldSides, foldUtterances } from './splits/foldSides.js';
export { checkSplit } from './splits/checkSplit.js';
export { copyId, sourceOf } from './splits/copies.js';
export { type PublishedFold, type PublishedSplit, publishedSplits } from './splits/publishedSplits.js';
export type {
  Fold,
  GroupSplitRequest,
  LeaveOneCorpusOutRequest,
  LeaveOneSpeakerOutRequest,
  PublishedSplitRequest,
  RandomSplitRequest,
  SpeakerFoldsRequest,
  SpeakerSplitRequest,
  Split,
  SplitRequest,
  TableSplitRequest,
  ValidationOption,
} from './splits/split.js';

export { SerError } from '@ser/core';
export type { DatasetErrorCode } from './errors.js';
