import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { interruptSignal } from '../src/interruptSignal.js';

describe('interruptSignal', () => {
  it('is aborted at the first Ctrl-C, and leaves the second one to the operating system', () => {
    const process = new EventEmitter();
    const signal = interruptSignal(process);
    process.on('SIGINT', () => {}); // of another library
    expect(signal.aborted).toBe(false);
    process.emit('SIGINT');
    expect(signal.aborted).toBe(true);
    expect(process.listenerCount('SIGINT')).toBe(0);
  });
});
