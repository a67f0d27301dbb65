import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { layers } from '../../../layers.js';
import { manifestsOf, workspaceRoot } from '../src/workspace.js';

const rooms = new Map([...manifestsOf('packages'), ...manifestsOf('apps')]);
const eslint = new ESLint({ cwd: workspaceRoot });

async function breachesOf(room: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: `${workspaceRoot}${room}/src/index.ts` });
  return result!.messages
    .filter(({ ruleId }) => ruleId === 'no-restricted-imports')
    .map(({ message }) => message);
}

describe('the layer rule', () => {
  it('has a row for every package and app', () => {
    expect(Object.keys(layers)).toEqual(expect.arrayContaining([...rooms.keys()]));
  });

  it.each([...rooms])(
    '%s declares only dependencies that its layer grants',
    (room, { dependencies = {} }) => {
      const ours = Object.keys(dependencies).filter((name) => name.startsWith('@ser/'));
      expect(layers[room as keyof typeof layers]).toEqual(expect.arrayContaining(ours));
    },
  );

  it.each([
    ['packages/dsp', '@ser/models', 'may import only @ser/audio-io'],
    ['packages/metrics', '@ser/dsp', 'may import only no other package of ours'],
    ['packages/datasets', '@ser/models', 'may import only @ser/audio-io'],
    ['packages/recognizer', '@ser/experiments', 'may import only'],
    ['packages/experiments', '@ser/cli', 'may import only'],
    ['packages/experiments', '@tensorflow/tfjs-core', 'Only packages/models knows TensorFlow.js'],
    ['packages/dsp', '../../audio-io/src/index.js', 'Import a package by its name'],
  ])('refuses %s importing %s', async (room, specifier, message) => {
    const breaches = await breachesOf(room, `export * from '${specifier}';\n`);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(message);
  });

  it.each([
    ['packages/models', '@tensorflow/tfjs-core'],
    ['packages/experiments', '@ser/recognizer/node'],
    ['packages/recognizer', '@ser/dsp'],
  ])('lets %s import %s', async (room, specifier) => {
    expect(await breachesOf(room, `export * from '${specifier}';\n`)).toEqual([]);
  });
});
