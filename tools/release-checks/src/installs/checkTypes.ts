import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestsOf, workspaceRoot } from '../workspace.js';
import { dependenciesOn, packWithDependencies } from './tarballs.js';
import { compilerArguments, importEverything, ownErrors, typescriptVersions } from './typeRows.js';
import { UserFolder } from './userFolder.js';

/*
 * Compiles a program that imports every entry of our packed packages, with `skipLibCheck: false`, with several versions
 * of TypeScript and both ways to resolve modules.
 */
const resolutions = [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
] as const;

const packages = [...manifestsOf('packages').values()].map(({ name }) => name);
const compilers = typescriptVersions.map(
  (version) => [`typescript-${version}`, `npm:typescript@${version}`] as const,
);
const folder = await UserFolder.create({
  dependencies: {
    ...dependenciesOn(packages, packWithDependencies(packages)),
    ...Object.fromEntries(compilers),
    '@types/node': '20',
  },
  files: { 'index.ts': importEverything(entries()) },
});
let failures = 0;
try {
  for (const [compiler] of compilers) {
    for (const [module, resolution] of resolutions) {
      const errors = await compile(compiler, ['--module', module, '--moduleResolution', resolution]);
      console.log(`${errors.length === 0 ? 'ok  ' : 'FAIL'} ${compiler}, ${resolution}`, ...errors);
      if (errors.length > 0) failures++;
    }
  }
} finally {
  folder.remove();
}
console.log(`${compilers.length * resolutions.length - failures} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

async function compile(compiler: string, options: readonly string[]): Promise<readonly string[]> {
  const program = `node_modules/${compiler}/bin/tsc`;
  const args = [program, ...compilerArguments, ...options, 'index.ts'];
  const output = await folder.command(process.execPath, args, { failing: true });
  return ownErrors(output);
}

/** What users may import: `@ser/dsp`, `@ser/recognizer/node`, … */
function entries(): readonly string[] {
  return [...manifestsOf('packages')].flatMap(([room, { name }]) => {
    const text = readFileSync(join(workspaceRoot, room, 'package.json'), 'utf8');
    const { exports } = JSON.parse(text) as { readonly exports: Readonly<Record<string, unknown>> };
    return Object.keys(exports).flatMap((path) =>
      path === './package.json' ? [] : `${name}${path.slice(1)}`,
    );
  });
}
