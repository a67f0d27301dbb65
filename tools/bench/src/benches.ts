import { allBench } from './all/allBench.js';
import { agreementBench } from './engines/agreementBench.js';
import type { Bench } from './bench.js';
import { coverageBench } from './coverage/coverageBench.js';
import { enginesBench } from './engines/enginesBench.js';
import { longRecordingBench } from './longRecording/longRecordingBench.js';
import { memoryBench } from './engines/memoryBench.js';
import { leaveOneCorpusOutBench } from './leaveOneCorpusOut/leaveOneCorpusOutBench.js';
import { metricsAgreementBench } from './metricsAgreement/metricsAgreementBench.js';
import { onnxFilesBench } from './onnxFiles/onnxFilesBench.js';
import { queueBench } from './manyMachines/queueBench.js';
import { functionalsRecipeBench } from './recipes/functionalsRecipeBench.js';
import { recipeTimesBench } from './recipes/recipeTimesBench.js';
import { recipesBench } from './recipes/recipesBench.js';
import { robustnessBench } from './robustness/robustnessBench.js';
import { scaleBench } from './scale/scaleBench.js';
import { servingBench } from './serving/servingBench.js';
import { sessionRuleBench } from './sessions/sessionRuleBench.js';
import { streamingBench } from './streaming/streamingBench.js';
import { teachingBench } from './teaching/teachingBench.js';
import { uploadsBench } from './uploads/uploadsBench.js';
import { functionalsBench } from './timing/functionalsBench.js';
import { timeBench } from './timing/timeBench.js';

/** All benchmarks, in the order of the help. */
export const benches: readonly Bench[] = [
  allBench,
  timeBench(
    'features',
    'time of MFCC from all RAVDESS files in SER_CORPORA; reference: soundfile and librosa',
  ),
  timeBench(
    'training',
    'time of five epochs of ravdess-cnn on 1152 examples, default engine; reference: Keras on the CPU, one thread',
  ),
  timeBench(
    'metrics',
    'time of all metrics with 1000 resamples of 100 speakers on 100,000 predictions; reference: scikit-learn',
  ),
  timeBench(
    'ridge',
    'time of a ridge classifier on 4320 x 3779, C selected, default engine; reference: NumPy, one thread',
  ),
  functionalsBench,
  metricsAgreementBench,
  coverageBench,
  enginesBench,
  agreementBench,
  onnxFilesBench,
  memoryBench,
  recipesBench,
  functionalsRecipeBench,
  recipeTimesBench,
  streamingBench,
  longRecordingBench,
  uploadsBench,
  servingBench,
  robustnessBench,
  leaveOneCorpusOutBench,
  sessionRuleBench,
  teachingBench,
  queueBench,
  scaleBench,
];
