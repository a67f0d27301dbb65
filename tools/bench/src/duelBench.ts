import { type Bench, numberOption } from './bench.js';
import { ours, peer } from './contestants.js';
import { type Duel, type Timing, duel } from './duel.js';
import { median } from './median.js';

/** A race of a program of `ours/` against the one of the same name in `peers/`. */
export function duelBench(name: string, what: string): Bench {
  return {
    name,
    what,
    run(options) {
      const rounds = numberOption('rounds', options, 3);
      if (rounds === 0)
        throw new Error('Expected `--rounds` above 0, got `0`: this bench keeps no results to show.');
      const [mine, rival] = [() => ours<Timing>(name), () => peer<Timing>(name)];
      report(name, duel(mine, rival, rounds));
    },
  };
}

function report(name: string, { ours: mine, rival, absent }: Duel): void {
  const seconds = median(mine.map((timing) => timing.seconds));
  console.log(`${name}: ${mine[0]!.what}`);
  console.log(`  ours   ${seconds.toFixed(2)} s (median of ${mine.length})`);
  if (rival.length === 0) {
    console.log(`  rival  not run: ${absent}`);
    return;
  }
  const theirs = median(rival.map((timing) => timing.seconds));
  console.log(`  rival  ${theirs.toFixed(2)} s (${rival[0]!.what})`);
  console.log(`  ratio  ${(theirs / seconds).toFixed(2)} times as fast as the rival`);
}
