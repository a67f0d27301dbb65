import type { Fence } from './fences.js';

/** Commands that a test cannot run: they install, wait for a person, or run until they are stopped. */
const notRun = [
  /^(npm|pip) (install|ci|start|test|run)\b/,
  /^npx (vite|nx|changeset)\b/,
  /^cd packages\//,
  /^node --test/,
  /--live\b/,
  /^(npx )?ser (listen|serve|demo)\b/,
  /^curl\b/,
  /^source /,
];

/** The commands of a `sh` block, without comments. Lines that end with a backslash continue. */
export function shellLines({ code }: Fence): readonly string[] {
  return code
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** The arguments of a command `npx ser …`, or nothing for a command that a test cannot run. */
export function serArguments(line: string): readonly string[] | undefined {
  if (notRun.some((pattern) => pattern.test(line))) return undefined;
  const typed = /^(?:npx )?ser (.*)$/.exec(line)?.[1];
  if (typed === undefined)
    throw new Error(`A command of the docs must be \`npx ser …\` or known; got "${line}".`);
  return [...typed.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain!,
  );
}
