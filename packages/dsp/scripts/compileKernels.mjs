/**
 * Compiles `assembly/` and embeds the module in `src/kernels/kernelBytes.ts`:
 *
 *     npm run kernels -w packages/dsp
 *
 * A test compiles it again and compares the bytes.
 */
import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import { argv, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** The WebAssembly module. @returns {Promise<Uint8Array>} */
export async function compileKernels() {
  const files = new Map();
  const { error, stderr } = await asc.main(
    [
      'assembly/index.ts',
      ...['--outFile', 'kernels.wasm', '--baseDir', folder, '--runtime', 'stub', '--enable', 'simd'],
      ...['-O3', '--converge', '--noAssert'],
    ],
    { writeFile: (name, contents) => void files.set(name, contents) },
  );
  if (error) throw new Error(stderr.toString(), { cause: error });
  return files.get('kernels.wasm');
}

/** @param {Uint8Array} bytes */
function moduleWith(bytes) {
  const text = Buffer.from(bytes).toString('base64');
  return [
    '/** The module of `assembly/` in base64, written by `npm run kernels`. */',
    '// prettier-ignore',
    `export const kernelBytes =\n  '${text}';`,
    '',
  ].join('\n');
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compileKernels();
  await writeFile(`${folder}src/kernels/kernelBytes.ts`, moduleWith(bytes));
  stdout.write(`${bytes.length} bytes\n`);
}
