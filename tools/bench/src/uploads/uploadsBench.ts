import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { Recognizer } from '@ser/recognizer';
import { type Bench, numberOption } from '../bench.js';
import { voicedBlocks } from '../longRecording/voicedBlocks.js';
import { markdownTable } from '../markdownTable.js';
import { clipsOfEveryFormat } from './clipsOfEveryFormat.js';
import { startServer } from './startServer.js';
import { upload, type UploadOutcome } from './upload.js';

/** Requests at once: one is hours long, one is broken, the others are short clips of every format. */
const nUploads = 64;

/** Whether a server answers short uploads while it works on one of three hours, and with what. */
export const uploadsBench: Bench = {
  name: 'uploads',
  description:
    '64 uploads at once to apps/examples/server.ts, one of 3 h (2 GB; --seconds 10800), one broken; needs SER_CASES',
  async run(options) {
    const seconds = numberOption('seconds', options, 3 * 3600, { integer: true });
    const folder = await mkdtemp(join(tmpdir(), 'ser-uploads-'));
    const recognizer = await Recognizer.general();
    const server = await startServer();
    try {
      const long = join(folder, 'long.wav');
      await writeWav(long, voicedBlocks(seconds));
      const broken = join(folder, 'broken.wav');
      await writeFile(broken, 'RIFF, but not really');
      const clips = await clipsOfEveryFormat(recognizer);
      const chosen = Array.from({ length: nUploads - 2 }, (_, i) => clips[i % clips.length]!);
      const peak = server.watchMemory();
      const [hours, failed, ...short] = await Promise.all([
        upload(server.address, long, '?window=3'),
        upload(server.address, broken),
        ...chosen.map(({ path }) => upload(server.address, path)),
      ]);
      const wrong = short.filter(({ label }, i) => label !== chosen[i]!.label);
      if (wrong.length > 0) throw new Error(`${wrong.length} answers differ from those of the library.`);
      if (failed.status < 400) throw new Error(`The broken upload was answered with ${failed.status}.`);
      printTable(short, hours, { residentMb: await peak(), nFormats: clips.length });
    } finally {
      await server.stop();
      recognizer.dispose();
      await rm(folder, { recursive: true });
    }
  },
};

function printTable(
  short: readonly UploadOutcome[],
  long: UploadOutcome,
  { residentMb, nFormats }: { readonly residentMb: number; readonly nFormats: number },
): void {
  const times = short.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) => `${times[Math.floor(share * (times.length - 1))]!.toFixed(0)} ms`;
  console.log(`${short.length} short uploads of ${nFormats} files had the answers of the library.\n`);
  console.log(
    markdownTable(
      ['short uploads: median', '90%', 'longest', 'the long one', 'its windows', 'memory of the server'],
      [
        [
          at(0.5),
          at(0.9),
          at(1),
          `${(long.ms / 1000).toFixed(0)} s`,
          `${long.nSegments}`,
          `${residentMb.toFixed(0)} MiB`,
        ],
      ],
    ),
  );
}
