import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeWav } from '@ser/audio-io';
import { findCorpus } from '@ser/datasets';
import { createFeaturePlan, parseFeatureDescription } from '@ser/dsp';
import { parseModelDescription } from '@ser/models';
import { describe, expect, inject, it } from 'vitest';
import { ThreadPool } from '../../src/features/threadPool.js';
import { loadedPlugins } from '../../src/plugins/loadedPlugins.js';
import { loadPlugins } from '../../src/plugins/loadPlugins.js';

const parts = `({ registerFeature, registerNetwork, registerCorpus }) => {
  registerFeature({
    name: 'NAME',
    options: ['above'],
    columns: ['loudShare'],
    extract: ({ samples }, { above = 0.1 }) => [samples.filter((x) => Math.abs(x) > above).length / samples.length],
  });
  registerNetwork({ name: 'NAME', build: ({ tf }) => tf.sequential() });
  registerCorpus({
    name: 'calls', title: 'Calls', url: '', license: 'internal', language: 'en', labels: ['angry', 'calm'],
    expectedClips: 2, parseName: (path) => ({ emotion: path.includes('angry') ? 'angry' : 'calm' }),
  });
}`;

const newFolder = () => mkdtemp(join(inject('temporaryFolder'), 'plugins-'));

async function pluginFile(name: string, text: string): Promise<string> {
  const file = join(await newFolder(), name);
  await writeFile(file, text);
  return file;
}

const description = (name: string) =>
  parseFeatureDescription({ sampleRate: 16000, features: [{ name, above: 0.2 }] });

describe('loadPlugins', () => {
  it('adds the features, networks, and corpora of a file, also in worker threads', async () => {
    const plugin = await pluginFile('mine.mjs', `export default ${parts.replaceAll('NAME', 'loudShare')};`);
    await loadPlugins([plugin]);
    await loadPlugins([plugin]);
    expect(loadedPlugins()).toContain(plugin);
    expect(parseModelDescription({ kind: 'loudShare' })).toEqual({ kind: 'loudShare' });
    expect(findCorpus('calls').parse('angry-1.wav')).toMatchObject({ id: 'calls/angry-1', emotion: 'angry' });
    const samples = Float32Array.of(0, 0.5, 0.1, -0.5);
    expect([
      ...createFeaturePlan(description('loudShare')).extract({ samples, sampleRate: 16000 }).data,
    ]).toEqual([0.5]);

    const file = join(await newFolder(), 'clip.wav');
    await writeFile(file, encodeWav({ channels: [samples], sampleRate: 16000 }));
    const pool = new ThreadPool([{ features: description('loudShare') }], 1, () => undefined);
    expect(await pool.work({ corpus: 'calls', path: 'clip.wav', file })).toEqual([[Float32Array.of(0.5)]]);
    await pool.close();
  });

  it('loads TypeScript', async () => {
    const text = `const plugin = ${parts.replaceAll('NAME', 'loudInTs').replace(/registerNetwork\([^;]*;\n {2}registerCorpus[^]*/, '}')};\nexport default plugin ;`;
    await loadPlugins([
      await pluginFile('mine.ts', text.replace('registerNetwork, registerCorpus }', '}: any')),
    ]);
    expect(description('loudInTs').features).toEqual([{ name: 'loudInTs', above: 0.2, version: 1 }]);
  });

  it.each([
    ['throws.mjs', 'export default () => { throw new Error("no model file") };', 'failed: no model file'],
    ['syntax.mjs', 'export default (', 'cannot be loaded'],
    ['object.mjs', 'export default { name: 1 };', 'must export a function as `default`'],
  ])('reports %s', async (name, text, message) => {
    const file = await pluginFile(name, text);
    await expect(loadPlugins([file])).rejects.toThrow(message);
    await expect(loadPlugins([file])).rejects.toMatchObject({ code: 'invalid-plugin', file });
    expect(loadedPlugins()).not.toContain(file);
  });

  it('reports a file that does not exist', async () => {
    await expect(loadPlugins(['nowhere.mjs'])).rejects.toThrow('There is no file `nowhere.mjs`.');
  });
});
