import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { runSer } from '../runSer.js';

const script = async (shell: string) => (await runSer(['completion', shell])).stdout;

/** Whether a program runs here. */
function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('ser completion', () => {
  it.skipIf(!isInstalled('bash'))('completes commands and options in bash (needs bash)', async () => {
    const text = await script('bash');
    const complete = (...words: readonly string[]) => {
      const list = words.map((word) => `'${word}'`).join(' ');
      const run = `${text}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _ser; echo "\${COMPREPLY[*]}"`;
      return execFileSync('bash', ['-c', run], { encoding: 'utf8' }).trim();
    };
    expect(complete('ser', 'pre')).toBe('predict');
    expect(complete('ser', 'corpora', 'ch')).toBe('check');
    expect(complete('ser', 'predict', 'clip.wav', '--un')).toBe('--unsure-below');
    expect(complete('ser', 'corpora', 'check', '--spea')).toBe('--speaker-from --speaker-level');
    expect(complete('ser', 'predict', '')).toBe('');
  });

  it('writes the script for zsh', async () => {
    expect(await script('zsh')).toMatch(/^#compdef ser\n/);
  });

  it('writes the script for fish, with descriptions', async () => {
    const text = await script('fish');
    expect(text).toContain("-f -a predict -d 'recognize the emotion of recordings'");
    expect(text).toMatch(/-n '__fish_seen_subcommand_from predict' -l top -r -d 'show only/);
  });

  it('rejects other shells', async () => {
    const { code, stderr } = await runSer(['completion', 'cmd']);
    expect(code).toBe(2);
    expect(stderr).toContain('`completion` must be one of bash, zsh, fish; got `cmd`.');
  });
});
