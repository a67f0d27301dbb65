import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, createServer, serve } from 'vitepress';
import { writePictures } from './writePictures.js';
import { writeReference } from './writeReference.js';
import { writeScreenshots } from './writeScreenshots.js';

const usage = `npm run docs -- [dev | build | preview | pictures] [--no-reference]
  dev        the site, while you edit it (the default)
  build      the site as files, in docs/.vitepress/dist
  preview    serves the built site
  pictures   draws the pictures of docs/features.md again
  screenshots REPORT  takes the pictures of the README again, of a report.html and of the built live page
  --out DIR       where to write the built site
  --no-reference  leaves out the reference, which takes most of the time`;

const docs = fileURLToPath(new URL('../../../docs', import.meta.url));
const [command = 'dev', ...flags] = process.argv.slice(2);

if (['dev', 'build'].includes(command) && !flags.includes('--no-reference')) await writeReference(docs);
if (command === 'dev') {
  const server = await createServer(docs);
  await server.listen();
  server.printUrls();
} else if (command === 'build') {
  const out = flags.indexOf('--out');
  await build(docs, out < 0 ? {} : { outDir: resolve(flags[out + 1] ?? 'site') });
} else if (command === 'preview') {
  await serve({ root: docs });
} else if (command === 'pictures') {
  await writePictures(docs);
} else if (command === 'screenshots' && flags[0] !== undefined) {
  await writeScreenshots(docs, flags[0]);
} else {
  console.error(usage);
  process.exitCode = 2;
}
