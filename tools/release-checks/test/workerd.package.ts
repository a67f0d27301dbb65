import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPackedFolder, type PackedFolder } from '../src/packedFolder.js';
import { toneProgram } from '../src/tone.js';
import { runWorker, type RunningWorker } from '../src/workerd.js';

const predict = `
import { Recognizer } from '@ser/recognizer';
export async function predict() {
  const recognizer = await Recognizer.general();
  return recognizer.predict({ samples: ${toneProgram}, sampleRate: 16000 });
}
`;

const worker = `
import { predict } from './predict.mjs';
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
export default {
  async fetch() {
    const compiled = await WebAssembly.compile(emptyModule).then(() => true, () => false);
    return Response.json({ compiled, prediction: await predict() });
  },
};
`;

let folder: PackedFolder;
let running: RunningWorker;

beforeAll(async () => {
  folder = createPackedFolder({ only: ['@ser/recognizer', '@ser/pretrained'], peers: false });
  writeFileSync(join(folder.path, 'predict.mjs'), predict);
  writeFileSync(join(folder.path, 'worker.mjs'), worker);
  await build({
    root: folder.path,
    configFile: false,
    logLevel: 'silent',
    build: {
      lib: { entry: 'worker.mjs', formats: ['es'], fileName: () => 'worker.js' },
      rollupOptions: { output: { chunkFileNames: '[name]-[hash].js' } },
      target: 'es2022',
    },
  });
  running = await runWorker(join(folder.path, 'dist'), 'worker.js');
});

afterAll(() => {
  running?.close();
  folder?.remove();
});

it('the general model runs in workerd, which does not compile WebAssembly, with the predictions of Node', async () => {
  const response = await fetch(running.url);
  const { compiled, prediction } = (await response.json()) as {
    readonly compiled: boolean;
    readonly prediction: { readonly probabilities: Readonly<Record<string, number>> };
  };
  expect(compiled).toBe(false);

  const program = "import { predict } from './predict.mjs'; console.log(JSON.stringify(await predict()));";
  writeFileSync(join(folder.path, 'node.mjs'), program);
  const output = execFileSync(process.execPath, ['node.mjs'], { cwd: folder.path, encoding: 'utf8' });
  const inNode = JSON.parse(output) as typeof prediction;
  expect(Object.keys(prediction.probabilities)).toEqual(Object.keys(inNode.probabilities));
  // Another version of V8 may compute the last digits of sin or exp differently.
  for (const [label, share] of Object.entries(inNode.probabilities)) {
    expect(prediction.probabilities[label]).toBeCloseTo(share, 4);
  }
});
