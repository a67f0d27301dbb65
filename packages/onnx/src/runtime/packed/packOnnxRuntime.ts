import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

/** The files of `onnxruntime-web`: its interface, the module of Emscripten that starts WebAssembly, and WebAssembly. */
const files = { library: 'ort.wasm.min.mjs', starter: 'ort-wasm-simd-threaded.mjs' };
const wasm = 'ort-wasm-simd-threaded.wasm';

type Replacement = readonly [found: string | RegExp, instead: string];

const builtin = 'globalThis.process.getBuiltinModule';
const sourceMap: Replacement = [/\n\/\/# sourceMappingURL=.*/, ''];

/** The interface takes the module of Emscripten from this file, and asks the network for nothing. */
const libraryReplacements: readonly Replacement[] = [
  [/\(\w+=>typeof require<"u"\?require:.*?is not supported'\)\}\)/, `(e=>${builtin}(e))`],
  ['import.meta.url>"file:"&&import.meta.url<"file;"', 'false'],
  [
    /if\(vn\)\{let e=URL;return new URL\(new e\("ort\.wasm\.min\.mjs",import\.meta\.url\)\.href,Kt\)\.href\}/,
    '',
  ],
  ['import.meta.url', 'undefined'],
  ['Xt=void 0,', 'Xt=ortWasmThreaded,'],
  [/if\(R\)r=nt\(R\)\|\|o&&!n;else if\(o&&!n\)r=!0;else throw new Error\([^)]*\)/, 'r=!0'],
  [/\(await import\(\/\*webpackIgnore:true\*\/ \/\*@vite-ignore\*\/e\)\)\.default/, 'ortWasmThreaded'],
  sourceMap,
];

/** Node's modules come from the process, so that no bundler looks for them; threads start from `starterUrl`. */
const starterReplacements: readonly Replacement[] = [
  ['const {createRequire:a}=await import("module");var require=a(import.meta.url)', `var require=${builtin}`],
  ['ea=import.meta.url', 'ea=""'],
  ['(new URL("ort-wasm-simd-threaded.wasm",import.meta.url)).href', '"ort-wasm-simd-threaded.wasm"'],
  ['new Worker(new URL(import.meta.url),', 'new Worker(starterUrl(),'],
  ['(await import("worker_threads"))', `${builtin}("worker_threads")`],
];

/** The last lines of the module of Emscripten: its export, and the start of a thread. */
const starterEnd = /export default ortWasmThreaded;(var isPthread=.*)$/s;

/**
 * Where a thread finds the module: as text in its address, which works in every bundle; Node takes `data:` only, and
 * pages take `blob:` only.
 */
const starterUrl = `
let address;
function starterUrl() {
  if (address === undefined) {
    const isNode = globalThis.process?.versions?.node !== undefined && globalThis.process.type !== 'renderer';
    address = isNode
      ? new URL('data:text/javascript;base64,' + btoa(starterText))
      : URL.createObjectURL(new Blob([starterText], { type: 'text/javascript' }));
  }
  return address;
}
`;

/**
 * ONNX Runtime's library for WebAssembly as one ES module that any bundler, page, and worker takes as it is: without
 * `import.meta`, without imports, and without a file beside it. `env.wasm.wasmBinary` must be set before use.
 *
 * @throws {Error} when the installed version of `onnxruntime-web` differs from the one these replacements are for
 */
export async function packOnnxLibrary(): Promise<string> {
  const [library, starter] = await Promise.all([readText(files.library), readText(files.starter)]);
  const replaced = replaceAll(starter, starterReplacements);
  const thread = starterEnd.exec(replaced)?.[1];
  if (thread === undefined) throw changed(String(starterEnd));
  const code = replaced.replace(starterEnd, '');
  const license = /^\/\*!.*?\*\//s.exec(library)?.[0] ?? '';
  return [
    license,
    `const starterText = ${JSON.stringify(code + thread)};`,
    starterUrl,
    code,
    replaceAll(library, libraryReplacements),
  ].join('\n');
}

/** The WebAssembly of ONNX Runtime: gzip, then base64, as an ES module with a default export. */
export async function packOnnxWasm(): Promise<string> {
  const bytes = await readFile(pathOf(wasm));
  return `export default '${gzipSync(bytes, { level: 9 }).toString('base64')}';\n`;
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((result, [found, instead]) => {
    const parts = result.split(found);
    if (parts.length < 2) throw changed(String(found));
    return parts.join(instead);
  }, text);
}

function changed(found: string): Error {
  return new Error(
    `\`onnxruntime-web\` must contain ${found}. Adapt packOnnxRuntime.ts to the installed version.`,
  );
}

function pathOf(name: string): string {
  const entry = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
  return entry.replace(/[^/\\]+$/, name);
}

function readText(name: string): Promise<string> {
  return readFile(pathOf(name), 'utf8');
}
