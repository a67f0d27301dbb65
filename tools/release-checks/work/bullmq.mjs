import assert from 'node:assert/strict';

export const needs = ['@ser/bullmq'];

/** Without a server, the packed package says what is wrong. */
export async function work([{ queueExecutor, queueStatus, queueNames, runWorker }]) {
  assert.equal(typeof queueExecutor, 'function');
  assert.equal(typeof runWorker, 'function');
  for (const address of ['redis://127.0.0.1:1', 'postgres://ser@127.0.0.1:1/ser']) {
    await assert.rejects(queueStatus(address), { code: 'queue-unreachable' });
  }
  await assert.rejects(queueStatus('http://127.0.0.1'), { code: 'invalid-option' });
  return queueNames;
}
