import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { layers } from '../../../layers.js';
import { manifestsOf, workspaceRoot } from '../src/workspace.js';

const folders = new Map([...manifestsOf('packages'), ...manifestsOf('apps')]);
const eslint = new ESLint({ cwd: workspaceRoot });

/** What the rule for imports, as `eslint.config.js` sets it for a file of this folder, reports about the code. */
async function violationsOf(folder: string, code: string): Promise<string[]> {
  const config = (await eslint.calculateConfigForFile(
    `${workspaceRoot}${folder}/src/index.ts`,
  )) as Linter.Config;
  const rules = { 'no-restricted-imports': config.rules!['no-restricted-imports']! };
  return new Linter().verify(code, { rules }).map(({ message }) => message);
}

describe('the layer rule', () => {
  it('has a row for every package and app', () => {
    expect(Object.keys(layers)).toEqual(expect.arrayContaining([...folders.keys()]));
  });

  it.each([...folders])(
    '%s declares only dependencies that its layer grants',
    (folder, { dependencies = {} }) => {
      const ours = Object.keys(dependencies).filter((name) => name.startsWith('@ser/'));
      expect(layers[folder as keyof typeof layers]).toEqual(expect.arrayContaining(ours));
    },
  );

  it.each([
    ['packages/dsp', '@ser/models', 'may import only @ser/core'],
    ['packages/metrics', '@ser/dsp', 'may import only @ser/core'],
    ['packages/core', '@ser/dsp', 'may import only no other package of ours'],
    ['packages/dsp', '@ser/audio-io', 'may import only @ser/core'],
    ['packages/datasets', '@ser/models', 'may import only @ser/core'],
    ['packages/recognizer', '@ser/experiments', 'may import only'],
    ['packages/experiments', '@ser/cli', 'may import only'],
    ['packages/experiments', '@tensorflow/tfjs-core', 'Only packages/models imports TensorFlow.js'],
    ['packages/classifiers', '@tensorflow/tfjs-core', 'Only packages/models imports TensorFlow.js'],
    ['packages/recognizer', '@ser/models', 'only when a model needs it'],
    ['packages/dsp', '../../audio-io/src/index.js', 'Import a package by its name'],
  ])('rejects %s importing %s', async (folder, specifier, message) => {
    const violations = await violationsOf(folder, `export * from '${specifier}';\n`);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(message);
  });

  it.each([
    ['packages/models', '@tensorflow/tfjs-core'],
    ['packages/experiments', '@ser/recognizer/node'],
    ['packages/recognizer', '@ser/dsp'],
  ])('lets %s import %s', async (folder, specifier) => {
    expect(await violationsOf(folder, `export * from '${specifier}';\n`)).toEqual([]);
  });
});
