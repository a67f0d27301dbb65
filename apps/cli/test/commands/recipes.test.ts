import { parseRecipe } from '@ser/experiments';
import { describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';

describe('ser recipes list', () => {
  it('shows the names and titles', async () => {
    const { code, stdout } = await runSer(['recipes', 'list']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}ravdess-cnn +\S/m);
    expect(stdout).toMatch(/^ {2}synthetic-voices +\S/m);
  });

  it('gives the complete recipes with --json', async () => {
    const list = JSON.parse((await runSer(['recipes', 'list', '--json'])).stdout) as unknown[];
    const shown = JSON.parse((await runSer(['recipes', 'show', 'ravdess-cnn'])).stdout) as unknown;
    expect(list).toContainEqual(shown);
  });
});

describe('ser recipes show', () => {
  it('prints a valid recipe', async () => {
    const { stdout } = await runSer(['recipes', 'show', 'ravdess-cnn']);
    expect(parseRecipe(JSON.parse(stdout)).name).toBe('ravdess-cnn');
  });
});
