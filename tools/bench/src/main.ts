import { parseArgs } from 'node:util';
import { benches } from './benches.js';
import { resolveEnvironment } from './resolveEnvironment.js';
import { usage } from './usage.js';

const options = {
  help: { type: 'boolean' },
  write: { type: 'boolean' },
  rounds: { type: 'string' },
  trials: { type: 'string' },
  clips: { type: 'string' },
  seconds: { type: 'string' },
  limit: { type: 'string' },
  networks: { type: 'string' },
  engines: { type: 'string' },
  batches: { type: 'string' },
  threads: { type: 'string' },
  results: { type: 'string' },
  recipe: { type: 'string' },
  source: { type: 'boolean' },
  data: { type: 'string', multiple: true },
  seeds: { type: 'string' },
  epochs: { type: 'string' },
  engine: { type: 'string' },
  out: { type: 'string' },
  rows: { type: 'string' },
  features: { type: 'string' },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) return console.log(usage(benches));
  const unknown = positionals.find((name) => !benches.some((bench) => bench.name === name));
  if (unknown !== undefined || positionals.length === 0) {
    const problem =
      unknown === undefined ? 'Name at least one benchmark.' : `There is no benchmark "${unknown}".`;
    console.error(`${problem} Run \`npm run bench -- --help\` for a list.`);
    process.exitCode = 2;
    return;
  }
  resolveEnvironment();
  for (const bench of benches.filter(({ name }) => positionals.includes(name))) await bench.run(values);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
