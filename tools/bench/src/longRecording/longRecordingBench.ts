import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { type Bench, numberOption } from '../bench.js';
import { markdownTable } from '../markdownTable.js';
import { measureSer } from './measureSer.js';
import { voicedBlocks } from './voicedBlocks.js';

/** Largest resident memory of a command, in MiB. */
const memoryBound = 300;

/** Longest time from Ctrl-C to the end of the command, in milliseconds. */
const exitBound = 200;

const commands: Readonly<Record<string, readonly string[]>> = {
  'predict --window 3': ['predict', 'long.wav', '--window', '3', '--model', 'general-small'],
  predict: ['predict', 'long.wav', '--model', 'general-small'],
  'audio convert --mono --sample-rate 16000': [
    ...['audio', 'convert', 'long.wav', 'out.wav'],
    ...['--mono', '--sample-rate', '16000'],
  ],
};

/** Memory and time of commands on a recording of three hours, and how fast they respond to Ctrl-C. */
export const longRecordingBench: Bench = {
  name: 'long-recording',
  description:
    'memory, event-loop delay, and time from Ctrl-C to the end of `ser` on 3 h of 48 kHz stereo (2 GB; --seconds 10800)',
  async run(options) {
    const seconds = numberOption('seconds', options, 3 * 3600, { integer: true });
    const folder = await mkdtemp(join(tmpdir(), 'ser-long-'));
    try {
      await writeWav(join(folder, 'long.wav'), voicedBlocks(seconds));
      const rows: string[][] = [];
      for (const [name, args] of Object.entries(commands)) rows.push(await measuredRow(name, args, folder));
      console.log(markdownTable(head, rows));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

const head = [
  '`ser`',
  'memory, MiB',
  'time, s',
  'processor time, s',
  'event-loop delay: median, 99%, longest, ms',
  'from Ctrl-C to the end, ms',
];

async function measuredRow(name: string, args: readonly string[], folder: string): Promise<string[]> {
  const { residentMb, seconds, cpuSeconds, delay } = await measureSer(args, { folder });
  const { exitMs = Infinity } = await measureSer(args, { folder, interruptAfter: Math.min(15, seconds / 2) });
  if (residentMb > memoryBound) throw new Error(`\`${name}\` used ${residentMb.toFixed(0)} MiB.`);
  if (exitMs > exitBound) console.error(`\`${name}\` ended ${exitMs.toFixed(0)} ms after Ctrl-C.`);
  const delays = [delay.median, delay.p99, delay.longest].map((value) => value.toFixed(0)).join(', ');
  return [
    `\`${name}\``,
    ...[residentMb, seconds, cpuSeconds].map((value) => value.toFixed(0)),
    delays,
    exitMs.toFixed(0),
  ];
}
