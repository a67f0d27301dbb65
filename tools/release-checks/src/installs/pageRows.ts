import { html } from './programs.js';
import type { Row } from './row.js';

const workerIndex = { 'index.html': html('<script type="module" src="./workerPage.js"></script>') };
const predictionIndex = { 'index.html': html('<script type="module" src="./predictionPage.js"></script>') };
const out = { kind: 'page', folder: 'out' } as const;
const dist = { kind: 'page', folder: 'dist' } as const;
const viteBuild = [['vite', 'build', '--outDir', 'out']] as const;

function viteRows(version: string, tools: Row['tools'], worker: Partial<Row>): readonly Row[] {
  return [
    { name: `Vite ${version}`, tools, build: viteBuild, source: out },
    {
      name: `Vite ${version}, web worker`,
      tools,
      build: viteBuild,
      source: out,
      ...worker,
      files: { ...workerIndex, ...worker.files },
    },
    {
      name: `Vite ${version}, prediction only`,
      tools,
      predictionOnly: true,
      files: predictionIndex,
      build: viteBuild,
      source: out,
    },
  ];
}

function webpackRows(
  name: string,
  tools: Row['tools'],
  command: readonly [string, ...string[]],
): readonly Row[] {
  const build = (entry: string) =>
    [[...command, '--mode', 'production', '--entry', `./${entry}.js`]] as const;
  return [
    { name, tools, build: build('page'), source: dist },
    { name: `${name}, web worker`, tools, build: build('workerPage'), source: dist },
    {
      name: `${name}, prediction only`,
      tools,
      predictionOnly: true,
      build: build('predictionPage'),
      source: dist,
    },
  ];
}

function rollupRows(): readonly Row[] {
  const tools = { rollup: '4', '@rollup/plugin-node-resolve': '16' };
  const build = (entry: string) =>
    [['rollup', '-i', `main=${entry}.js`, '-d', 'dist', '-f', 'es', '-p', 'node-resolve']] as const;
  const source = { ...dist, path: 'module.html' };
  const note = 'with its plugin for `node_modules`, as always';
  return [
    { name: 'Rollup 4', tools, build: build('page'), source, note },
    {
      name: 'Rollup 4, prediction only',
      tools,
      predictionOnly: true,
      build: build('predictionPage'),
      source,
      note,
    },
  ];
}

function esbuildRows(): readonly Row[] {
  const tools = { esbuild: '0.28', '@esbuild/linux-x64': '0.28' };
  const build = (entry: string, file = 'main') =>
    [['esbuild', `${entry}.js`, '--bundle', `--outfile=dist/${file}.js`]] as const;
  return [
    { name: 'esbuild', tools, build: build('page'), source: dist },
    {
      name: 'esbuild, prediction only',
      tools,
      predictionOnly: true,
      build: build('predictionPage'),
      source: dist,
    },
    {
      name: 'esbuild, service worker',
      tools,
      build: build('serviceWorker', 'serviceWorker'),
      source: { ...dist, path: 'serviceWorker.html' },
      note: 'a service worker must be one file: `import()` does not work in it',
    },
  ];
}

const pagePackages = [
  'core',
  'dsp',
  'classifiers',
  'audio-io',
  'pretrained',
  'recognizer',
  'encoder',
  'onnx',
];

const randomModules = [
  ...['distribution/uniformFloat64', 'distribution/uniformInt'],
  ...['generator/mersenne', 'generator/xoroshiro128plus'],
];

/** What a page without a bundler needs: where each package is. */
const imports: Readonly<Record<string, string>> = Object.fromEntries([
  ...pagePackages.map((name) => [`@ser/${name}`, `./node_modules/@ser/${name}/dist/index.js`] as const),
  ['@ser/onnx/runtime', './node_modules/@ser/onnx/dist/runtime.js'] as const,
  ...randomModules.map(
    (name) => [`pure-rand/${name}`, `./node_modules/pure-rand/lib/esm/${name}.js`] as const,
  ),
]);

const importMap: Row = {
  name: 'no bundler, import map',
  tools: {},
  files: {
    'index.html': html(
      `<script type="importmap">${JSON.stringify({ imports })}</script><script type="module" src="./page.js"></script>`,
    ),
  },
  source: { kind: 'page', folder: '.' },
};

/** Pages and workers of a browser. */
export const pageRows: readonly Row[] = [
  ...viteRows(
    '7',
    { vite: '7' },
    {
      files: { 'vite.config.js': "export default { worker: { format: 'es' } };\n" },
      note: "set `worker: { format: 'es' }`: the default cannot split code",
    },
  ),
  ...viteRows('8', { vite: '8.3.8' }, {}),
  ...webpackRows('webpack 5', { webpack: '5', 'webpack-cli': '7' }, ['webpack']),
  ...webpackRows('Rspack 2', { '@rspack/core': '2', '@rspack/cli': '2' }, ['rspack', 'build']),
  ...rollupRows(),
  ...esbuildRows(),
  importMap,
];
