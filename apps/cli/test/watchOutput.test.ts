import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { watchOutput } from '../src/watchOutput.js';

function watched() {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const exits: number[] = [];
  watchOutput({ stdout, stderr, exit: (code) => void exits.push(code) });
  return { stdout, stderr, exits, text: () => String(stderr.read() ?? '') };
}

const failure = (code: string) => Object.assign(new Error(code), { code, syscall: 'write' });

describe('watchOutput', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EIO', 'the device reported an error'],
  ])('reports %s in one line and ends with 1', (code, reason) => {
    const { stdout, exits, text } = watched();
    stdout.emit('error', failure(code));
    expect(exits).toEqual([1]);
    expect(text()).toBe(`error: Standard output failed. Cannot write: ${reason}.\n`);
  });

  it('ends with 0 when the reader has closed the pipe', () => {
    const { stdout, exits, text } = watched();
    stdout.emit('error', failure('EPIPE'));
    expect(exits).toEqual([0]);
    expect(text()).toBe('');
  });

  it('continues without standard error', () => {
    const { stderr, exits } = watched();
    stderr.emit('error', failure('EPIPE'));
    expect(exits).toEqual([]);
  });
});
