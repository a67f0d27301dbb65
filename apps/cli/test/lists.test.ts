import { parseRecipe } from '@ser/experiments';
import { describe, expect, it } from 'vitest';
import { runSer } from './runSer.js';

describe('ser recipes', () => {
  it('list names them with their titles', async () => {
    const { code, stdout } = await runSer(['recipes', 'list']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}ravdess-cnn +\S/m);
    expect(stdout).toMatch(/^ {2}synthetic-voices +\S/m);
  });

  it('list --json gives them whole, and show one of them', async () => {
    const list = JSON.parse((await runSer(['recipes', 'list', '--json'])).stdout);
    const shown = JSON.parse((await runSer(['recipes', 'show', 'ravdess-cnn'])).stdout);
    expect(list).toContainEqual(shown);
  });

  it('what show prints is a recipe to train with', async () => {
    const { stdout } = await runSer(['recipes', 'show', 'ravdess-cnn']);
    expect(parseRecipe(JSON.parse(stdout)).name).toBe('ravdess-cnn');
  });
});

describe('ser engines', () => {
  it('--json lists every engine and names the one that auto takes', async () => {
    const { code, stdout } = await runSer(['engines', '--json']);
    expect(code).toBe(0);
    const { engines, chosen } = JSON.parse(stdout);
    expect(engines.map(({ name }: { name: string }) => name)).toEqual(['tfjs-node', 'tfjs-wasm', 'tfjs-cpu']);
    expect(engines.find(({ available }: { available: boolean }) => available).name).toBe(chosen);
  });

  it('marks that one for people', async () => {
    expect((await runSer(['engines'])).stdout).toMatch(/^ {2}tfjs-\w+ +works, taken by auto/m);
  });
});
