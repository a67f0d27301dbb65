/** What a program of either side prints as its last line: the seconds of the work itself, start-up left out. */
export interface Timing {
  readonly seconds: number;
  readonly what: string;
}

export interface Duel {
  readonly ours: readonly Timing[];
  /** Empty when the rival cannot run here. */
  readonly rival: readonly Timing[];
  /** Why the rival could not run. */
  readonly absent?: string;
}

export type Contestant = () => Timing;

/**
 * Lets both sides run in turn, ours first, so that a change of the machine's speed meets both alike.
 *
 * @param rounds how often each side runs, >= 1
 */
export function duel(ours: Contestant, rival: Contestant, rounds: number): Duel {
  const timings = { ours: [] as Timing[], rival: [] as Timing[] };
  let absent: string | undefined;
  for (let round = 0; round < rounds; round++) {
    timings.ours.push(ours());
    if (absent !== undefined) continue;
    try {
      timings.rival.push(rival());
    } catch (error) {
      absent = error instanceof Error ? error.message : String(error);
    }
  }
  return { ...timings, absent };
}
