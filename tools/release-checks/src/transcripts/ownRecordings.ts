import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { workspaceRoot } from '../workspace.js';
import { makeNewUserFolder } from './newUserFolder.js';

// Types the ten commands of a new user, as `docs/own-recordings.md` and the README of the command have them, and writes what
// they print into that page. `npm run --silent transcript --workspace @ser-tools/release-checks [-- FOLDER]`, whose FOLDER is kept; the comparison in Python
// needs `PYTHON` with onnxruntime, and is left as it is without it.

const commands = [
  'ser corpora check my_folder --out check.html',
  "ser train --recipe functionals --data my_folder --speaker-from '([a-z]+)_[0-9]+' --out runs/mine",
  'ser predict my_folder/angry/ann_01.wav --model runs/mine/model',
  'ser corpora check my.csv',
  'ser train --recipe functionals --data my.csv --labels angry,happy,sad --map wütend=angry --out runs/table',
  'ser evaluate --model runs/table/model --data new.csv --map wütend=angry --out runs/new',
  'ser predict new_calls --model runs/table/model --out answers.csv',
  'ser features new_calls --model runs/table/model --out features.npy',
  'ser export runs/table/model --onnx model.onnx',
];
const inPython = 'python onnx_answers.py model.onnx features.npy answers.csv';
const page = join(workspaceRoot, 'docs/own-recordings.md');

/** Lines that only show how far a command is. */
const progress = /^(\w+ +\d+\/\d+( .*)?|(source )?fold \d.*|final model, .*)$/;

async function main(): Promise<void> {
  const kept = process.argv[2];
  if (kept !== undefined) await mkdir(kept, { recursive: true });
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'ser-new-user-')));
  try {
    await makeNewUserFolder(folder);
    const path = await programs(folder);
    let text = await readFile(page, 'utf8');
    for (const command of [...commands, inPython]) {
      const output = typed(command, { cwd: folder, path });
      if (output === undefined) continue;
      text = withTranscript(text, command, output);
      process.stdout.write(`$ ${command}\n${output}\n`);
    }
    await writeFile(page, text);
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** A folder with `ser` from its sources, and `python`. */
async function programs(folder: string): Promise<string> {
  const bin = join(folder, '.bin');
  await mkdir(bin);
  const main = join(workspaceRoot, 'apps/cli/src/main.ts');
  const tsx = join(workspaceRoot, 'node_modules/tsx/dist/loader.mjs');
  const lines = {
    ser: `exec "${process.execPath}" --conditions=@ser/source --import "${tsx}" "${main}" "$@"`,
    python: `exec "${process.env['PYTHON'] ?? 'python3'}" "$@"`,
  };
  for (const [name, line] of Object.entries(lines)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${line}\n`);
    await chmod(join(bin, name), 0o755);
  }
  await copyFile(join(workspaceRoot, 'reference/peers/onnx_answers.py'), join(folder, 'onnx_answers.py'));
  return `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
}

/** What a command prints; `undefined` if it is the one in Python, and onnxruntime is not installed there. */
function typed(
  command: string,
  { cwd, path }: { readonly cwd: string; readonly path: string },
): string | undefined {
  const env = { PATH: path, HOME: cwd };
  const { status, stdout } = spawnSync('sh', ['-c', `{ ${command}; } 2>&1`], { cwd, env, encoding: 'utf8' });
  if (command === inPython && /No module named|not found/.test(stdout)) return undefined;
  const lines = stdout.replaceAll(cwd, '~').split('\n');
  if (status === 0)
    return lines
      .filter((line) => !progress.test(line))
      .join('\n')
      .trimEnd();
  throw new Error(`\`${command}\` ended with ${status}:\n${stdout}`);
}

/** Replaces the output after `$ COMMAND` in its fence. */
function withTranscript(text: string, command: string, output: string): string {
  const fence = `\`\`\`text\n$ ${command}\n`;
  const start = text.indexOf(fence);
  if (start === -1) throw new Error(`\`${page}\` has no fence with \`$ ${command}\`. Add one.`);
  const end = text.indexOf('\n```', start + fence.length - 1);
  return `${text.slice(0, start)}${fence}${output}${text.slice(end)}`;
}

await main();
