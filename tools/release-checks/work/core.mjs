import assert from 'node:assert/strict';

export const needs = ['@ser/core'];

/** Rejects an option, and draws from a seeded stream. */
export async function work([{ requireInteger, SerError, RandomStream }]) {
  assert.throws(
    () => requireInteger('nFft', 0, { min: 1 }),
    (error) => error instanceof SerError && error.code === 'invalid-option',
  );
  return { draw: new RandomStream(1, 2).uniform() };
}
