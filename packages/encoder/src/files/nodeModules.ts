/** The parts of Node's modules used here. They are requested from the running process, so that bundlers find no import. */
export interface NodeModules {
  readonly fs: {
    readFile(
      path: string | URL,
      options?: { readonly signal?: AbortSignal | undefined },
    ): Promise<Uint8Array>;
    writeFile(path: string, data: Uint8Array | string): Promise<void>;
    mkdir(path: string, options: { readonly recursive: true }): Promise<unknown>;
    rename(from: string, to: string): Promise<void>;
    rm(path: string, options: { readonly force: true }): Promise<void>;
    stat(path: string | URL): Promise<{ isFile(): boolean; isDirectory(): boolean }>;
  };
  readonly path: {
    join(...parts: readonly string[]): string;
    dirname(path: string): string;
  };
  readonly url: { fileURLToPath(url: string): string };
  readonly os: { homedir(): string };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

interface NodeProcess {
  readonly env: NodeModules['env'];
  readonly platform: string;
  getBuiltinModule?(name: string): unknown;
}

/** Node's modules, or `undefined` outside Node. */
export function nodeModules(): NodeModules | undefined {
  const { process } = globalThis as { readonly process?: NodeProcess };
  const load = process?.getBuiltinModule?.bind(process);
  if (!process || !load || load('node:fs/promises') === undefined) return undefined;
  return {
    fs: load('node:fs/promises') as NodeModules['fs'],
    path: load('node:path') as NodeModules['path'],
    url: load('node:url') as NodeModules['url'],
    os: load('node:os') as NodeModules['os'],
    env: process.env,
    platform: process.platform,
  };
}
