import { fromCwd } from './fromCwd.js';

const folders = ['SER_CORPORA', 'SER_PROTOTYPES'];

/** Makes relative paths in environment variables absolute, because the programs run in other folders. */
export function resolveEnvironment(): void {
  const python = process.env['SER_PYTHON'];
  if (python?.includes('/')) process.env['SER_PYTHON'] = fromCwd(python);
  for (const name of folders) {
    const folder = process.env[name];
    if (folder !== undefined) process.env[name] = fromCwd(folder);
  }
}
