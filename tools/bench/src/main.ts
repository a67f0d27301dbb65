import { ours, peer } from './contestants.js';
import { duel, median, type Duel } from './duel.js';

const benches: Readonly<Record<string, string>> = {
  features: 'audio files to MFCC, all RAVDESS clips of SER_CORPORA: ours beside soundfile + librosa',
  training:
    'five epochs of ravdess-cnn on 1152 examples, default engine: ours beside Keras on the CPU, one thread',
};

const usage = `Usage: npm run bench -- [NAME…] [--rounds N]

${Object.entries(benches)
  .map(([name, what]) => `  ${name.padEnd(10)} ${what}`)
  .join('\n')}

The rivals need Python: pip install -r tools/bench/requirements.txt, and SER_PYTHON if it is not python3.
Example: SER_PYTHON=.venv/bin/python npm run bench -- features --rounds 3`;

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

function parse(args: readonly string[]): { names: string[]; rounds: number } {
  const names = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--rounds');
  const at = args.indexOf('--rounds');
  return {
    names: names.length > 0 ? names : Object.keys(benches),
    rounds: at < 0 ? 3 : Number(args[at + 1]),
  };
}

const { names, rounds } = parse(process.argv.slice(2));
if (process.argv.includes('--help') || names.some((name) => !(name in benches)) || !(rounds >= 1)) {
  console.log(usage);
  process.exitCode = process.argv.includes('--help') ? 0 : 2;
} else {
  for (const name of names) report(name, duel(ours(name), peer(name), rounds));
}
