/** Right answers of one speaker, class by class; over several draws, all of them together. */
export interface SpeakerTally {
  /** Clips of each class that were answered rightly, `[nClasses]`. */
  readonly hits: Float64Array;
  /** Clips of each class that were scored, `[nClasses]`. */
  readonly support: Float64Array;
}

export function emptyTally(nClasses: number): SpeakerTally {
  return { hits: new Float64Array(nClasses), support: new Float64Array(nClasses) };
}

/** Unweighted average recall of some speakers, one or several times each; of classes none of them has, there is none. */
export function uarOfTallies(tallies: readonly SpeakerTally[]): number {
  const nClasses = tallies[0]!.support.length;
  let recalls = 0;
  let present = 0;
  for (let c = 0; c < nClasses; c++) {
    let hits = 0;
    let support = 0;
    for (const tally of tallies) {
      hits += tally.hits[c]!;
      support += tally.support[c]!;
    }
    if (support === 0) continue;
    recalls += hits / support;
    present++;
  }
  return recalls / present;
}
