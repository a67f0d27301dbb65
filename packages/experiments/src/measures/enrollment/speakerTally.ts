/** Correct predictions for one speaker by class, summed over all draws. */
export interface SpeakerTally {
  /** Correctly predicted clips of each class, `[nClasses]`. */
  readonly hits: Float64Array;
  /** Tested clips of each class, `[nClasses]`. */
  readonly support: Float64Array;
}

export function emptyTally(nClasses: number): SpeakerTally {
  return { hits: new Float64Array(nClasses), support: new Float64Array(nClasses) };
}

/** Unweighted average recall of some speakers, which may repeat; classes that none of them has are left out. */
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
