import { SerError } from '../serError.js';

/** What can be added to the built-in parts by name. */
export type PartKind = 'feature' | 'network' | 'corpus';

/** A part that is not built in. */
export interface Part {
  readonly name: string;
}

type Registry = Map<string, Part>;

/** Shared by all copies of this package in a process: of packages that are installed twice, and of their two formats. */
const registries = Symbol.for('@ser/core/parts');

function registryOf(kind: PartKind): Registry {
  const shared = globalThis as { [registries]?: Map<PartKind, Registry> };
  const all = (shared[registries] ??= new Map<PartKind, Registry>());
  const registry = all.get(kind) ?? new Map<string, Part>();
  all.set(kind, registry);
  return registry;
}

/**
 * Adds a part to those that descriptions can name, in this process.
 *
 * @param builtIn the names of the built-in parts
 * @returns a function that removes the part again
 * @throws {SerError} `duplicate-part` if there is another part of that name
 */
export function registerPart(kind: PartKind, part: Part, builtIn: readonly string[]): () => void {
  const { name } = part;
  const registry = registryOf(kind);
  const other = registry.get(name);
  if (builtIn.includes(name) || (other !== undefined && other !== part)) {
    const which = builtIn.includes(name) ? 'is built in' : 'is already registered';
    throw new SerError('duplicate-part', `The ${kind} \`${name}\` ${which}. Choose another name.`);
  }
  registry.set(name, part);
  return () => {
    if (registry.get(name) === part) registry.delete(name);
  };
}

/** The part of this name that was registered, if there is one. */
export function findPart(kind: PartKind, name: unknown): Part | undefined {
  return typeof name === 'string' ? registryOf(kind).get(name) : undefined;
}

/** All registered parts, in the order of registration. */
export function registeredParts(kind: PartKind): readonly Part[] {
  return [...registryOf(kind).values()];
}

const functionOf: Readonly<Record<PartKind, string>> = {
  feature: 'registerFeature',
  network: 'registerNetwork',
  corpus: 'registerCorpus',
};

/** How to provide a part that does not exist, for the end of messages. */
export function howToRegister(kind: PartKind): string {
  return `A ${kind} of your own is available after \`${functionOf[kind]}\` (\`--plugin FILE\` in the command).`;
}
