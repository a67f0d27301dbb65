import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { interruptSignal } from '../src/interruptSignal.js';

function start() {
  const process = new EventEmitter();
  const codes: number[] = [];
  const signal = interruptSignal({ process, exit: (code) => codes.push(code) });
  process.on('SIGINT', () => {}); // of another library
  return { process, codes, signal };
}

describe('interruptSignal', () => {
  it('is aborted at the first Ctrl-C, and leaves the second one to the operating system', async () => {
    const { process, codes, signal } = start();
    expect(signal.aborted).toBe(false);
    process.emit('SIGINT');
    expect(signal.aborted).toBe(true);
    await setImmediate();
    expect(process.listenerCount('SIGINT')).toBe(0);
    expect(codes).toEqual([]);
  });

  it('ends the process if both arrive together, after a long computation', () => {
    const { process, codes } = start();
    process.emit('SIGINT');
    process.emit('SIGINT');
    expect(codes).toEqual([130]);
  });
});
