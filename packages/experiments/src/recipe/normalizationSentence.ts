import type { Normalization } from './normalization.js';

/** What was done to the features before they were learnt from, in words that stand beside every figure. */
export function normalizationSentence({ scope, clip, strangers }: Normalization): string {
  const sentence = strangers === 'average' ? coldSentence : sentences[scope];
  return `${sentence}${clip === undefined ? '' : ` Scores beyond ±${clip} are set to it.`}`;
}

const sentences = {
  train:
    'Features are z-scored by mean and deviation of the training clips; nothing is taken from test clips.',
  speaker:
    'Features of each speaker are z-scored by all of that speaker’s own clips, without their labels: test speakers by ' +
    'their unlabelled test clips. The figures hold where several clips of a new speaker are at hand beforehand; by a ' +
    'single clip of an unknown voice, expect less.',
  clip: 'Features of each clip are z-scored by its own frames; nothing is taken from other clips.',
} as const;

const coldSentence =
  'Features of each training speaker are z-scored by his own clips, those of tested speakers by mean and deviation of ' +
  'the average training speaker (mean of the speakers’ means and of their variances, corpora weighing the same); ' +
  'nothing is taken from test clips.';

/** What a model does with a voice it knows nothing of, where it was trained on clips normalised by speaker. */
export const strangersSentence =
  'Trained on features z-scored by speaker. On its own the model knows no statistics of a new voice and takes those of ' +
  'the average training speaker (mean of the speakers’ means and of their variances, corpora weighing the same): expect ' +
  'less than the figure says, unless the features of the new speaker are z-scored by clips of his own first.';
