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
  it('--json lists every engine with its speed and names the one that auto takes', async () => {
    let ticks = 0;
    const now = () => ticks++ * 250; // a clock that moves a quarter of a second at each look
    const { code, stdout } = await runSer(['engines', '--json'], { now });
    expect(code).toBe(0);
    const { engines, chosen } = JSON.parse(stdout) as {
      engines: { name: string; available: boolean; millisecondsPerStep: number | null }[];
      chosen: string;
    };
    expect(engines.map(({ name }) => name)).toEqual([
      'onnx-node',
      'tfjs-node',
      'onnx-web',
      'tfjs-wasm',
      'tfjs-cpu',
    ]);
    expect(engines.find(({ available }) => available)!.name).toBe(chosen);
    for (const { available, millisecondsPerStep } of engines)
      expect(millisecondsPerStep).toBe(available ? 250 : null);
  });

  it('marks that one for people', async () => {
    const { stdout } = await runSer(['engines']);
    expect(stdout).toMatch(/^ {2}\S+ +works, taken by auto +[\d.]+ ms a step {2}\S/m);
    expect(stdout).toMatch(/^ {2}tfjs-cpu +works +[\d.]+ ms a step {2}TensorFlow\.js/m);
  });
});
