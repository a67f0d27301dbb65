import { findCorpus } from '@ser/datasets';
import type { SyntheticLayout } from './layouts/syntheticLayout.js';
import { syntheticCard } from './syntheticCard.js';

/** What `README.txt` says beside synthetic clips. */
export function syntheticReadme({ corpus, grammar }: SyntheticLayout): string {
  return `${syntheticCard.title}

No human spoke here: every clip is computed by a formant synthesiser. The file names follow those of
${findCorpus(corpus).title}
(${grammar}), so that the clips can stand in for it where a program is
tried out. Every clip says one of RAVDESS's two English statements, whatever its name stands for. What a
model learns from these voices says nothing about people.

Licence: ${syntheticCard.licence}
`;
}
