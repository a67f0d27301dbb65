import { findCorpus } from '@ser/datasets';
import type { SyntheticLayout } from '../layouts/syntheticLayout.js';
import { syntheticCard } from './syntheticCard.js';

/** The `README.txt` of a synthetic corpus. */
export function syntheticReadme({ corpus, grammar }: SyntheticLayout): string {
  return `${syntheticCard.title}

No human spoke here: every clip is computed by a formant synthesizer. The file names follow those of
${findCorpus(corpus).title}
(${grammar}), so that programs can read the clips like that corpus.
Every clip contains one of RAVDESS's two English statements, whatever its name says. What a model
learns from these voices says nothing about people.

License: ${syntheticCard.license}
`;
}
