import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clipFile } from '../installs/clip.js';
import { workspaceRoot } from '../workspace.js';
import { startRegistry, type LocalRegistry } from './localRegistry.js';
import { ReleaseClone, type Checksums } from './releaseClone.js';

/*
 * `npm run release:dry`: versions, builds, packs, publishes to a registry on this machine, and installs from it, all in
 * a temporary folder and from the last commit, twice. Fails if the two releases differ in a byte.
 */
const folder = mkdtempSync(join(tmpdir(), 'ser-release-'));
const report = (line: string) => console.log(line);

/** A user's program: the answer of the bundled model for one recording. */
const program = `
import { readAudio } from '@ser/audio-io/node';
import { Recognizer } from '@ser/recognizer';
const recognizer = await Recognizer.general();
const { label, probabilities } = await recognizer.predict(await readAudio('clip.flac'));
console.log(label, probabilities[label].toFixed(3));
`;

try {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: workspaceRoot, encoding: 'utf8' }).trim();
  const commit = git('rev-parse', 'HEAD');
  report(`Rehearses the release of ${commit.slice(0, 12)}.`);
  const changes = git('status', '--porcelain');
  if (changes !== '') report('Uncommitted changes are not part of this rehearsal.');

  const first = ReleaseClone.create(join(folder, 'first'), commit);
  const tarballs = first.pack();
  report(`${first.version}: ${tarballs.size} tarballs`);
  await publishAndInstall(first, tarballs);

  const second = ReleaseClone.create(join(folder, 'second'), commit);
  const different = differences(tarballs, second.pack());
  if (different.length > 0)
    throw new Error(`Two releases must be equal; these differ: ${different.join(', ')}.`);
  report(`A second release has the same ${tarballs.size} tarballs, byte for byte.`);
  for (const [name, checksum] of tarballs) report(`${name} ${checksum.slice(0, 24)}…`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
}

async function publishAndInstall(clone: ReleaseClone, tarballs: Checksums): Promise<void> {
  const registry = await startRegistry(join(folder, 'registry'));
  try {
    writeFileSync(join(clone.path, '.npmrc'), registry.npmrc + 'ignore-scripts=true\n');
    clone.run('npx', 'changeset', 'publish', '--no-git-tag');
    await comparePublished(clone, registry, tarballs);
    report(
      `Published ${clone.published.length} packages to ${registry.url}, with the checksums of the tarballs.`,
    );
    installAndPredict(registry);
  } finally {
    await registry.close();
  }
}

/** What the registry serves must be what was packed. */
async function comparePublished(
  clone: ReleaseClone,
  registry: LocalRegistry,
  tarballs: Checksums,
): Promise<void> {
  for (const room of clone.published) {
    const name = `@ser/${room.slice(room.indexOf('/') + 1)}`;
    const answer = await fetch(`${registry.url}${name.replace('/', '%2f')}/${clone.version}`);
    const { dist } = (await answer.json()) as { readonly dist?: { readonly integrity: string } };
    const packed = tarballs.get(`${name.slice(1).replace('/', '-')}-${clone.version}.tgz`);
    if (packed === undefined || dist?.integrity !== packed) {
      throw new Error(`${name} must be published as it was packed (${packed}); got ${dist?.integrity}.`);
    }
  }
}

function installAndPredict(registry: LocalRegistry): void {
  const cwd = join(folder, 'user');
  mkdirSync(cwd);
  writeFileSync(join(cwd, '.npmrc'), `${registry.npmrc}cache=${join(folder, 'cache')}\n`);
  writeFileSync(join(cwd, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(cwd, 'clip.flac'), clipFile());
  writeFileSync(join(cwd, 'predict.js'), program);
  const run = (name: string, ...args: readonly string[]) =>
    execFileSync(name, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
  run(
    'npm',
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '@ser/cli',
    '@ser/recognizer',
    '@ser/pretrained',
  );
  report(`npx ser predict clip.flac: ${run('npx', 'ser', 'predict', 'clip.flac').split('\n')[0]}`);
  report(`node predict.js: ${run('node', 'predict.js')}`);
}

function differences(a: Checksums, b: Checksums): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
}
