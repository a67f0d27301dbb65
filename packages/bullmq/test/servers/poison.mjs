// Loaded into a computing process before its program: opening a file with `poison` in its name ends the process at once, as
// a recording would that crashes a decoder or needs all memory.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

for (const [from, names] of [
  [fs.promises, ['open', 'readFile']],
  [fs, ['openSync', 'readFileSync', 'createReadStream']],
]) {
  for (const name of names) {
    const original = from[name];
    from[name] = (path, ...others) => {
      if (process.send && String(path).includes('poison')) process.kill(process.pid, 'SIGKILL');
      return original(path, ...others);
    };
  }
}
syncBuiltinESMExports();
