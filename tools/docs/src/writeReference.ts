import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, type TypeDocOptions } from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, string | { readonly '@ser/source'?: string }>>;
}

const quiet = { logLevel: 'Warn', skipErrorChecking: true, validation: false } as const;

/** Writes `docs/reference`: a page for each entry point of each package, from its sources and their comments. */
export async function writeReference(docs: string): Promise<void> {
  const models = await mkdtemp(join(tmpdir(), 'ser-reference-'));
  try {
    const packages = join(docs, '../packages');
    for (const folder of (await readdir(packages)).sort()) await model(join(packages, folder), models);
    await render(models, join(docs, 'reference'));
  } finally {
    await rm(models, { recursive: true });
  }
}

/** The declarations of a package as JSON. */
async function model(folder: string, models: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  if (manifest.private === true) return;
  const entryPoints = Object.values(manifest.exports).flatMap((entry) => {
    const source = typeof entry === 'string' ? undefined : entry['@ser/source'];
    return source === undefined ? [] : [join(folder, source)];
  });
  const app = await Application.bootstrap({
    ...quiet,
    entryPoints,
    name: manifest.name,
    tsconfig: join(folder, 'tsconfig.json'),
    readme: 'none',
    excludeInternal: true,
    excludePrivate: true,
    disableSources: true,
  });
  const project = await app.convert();
  if (project === undefined) throw new Error(`TypeDoc cannot read ${manifest.name}.`);
  await app.generateJson(project, join(models, `${folder.split(/[\\/]/).at(-1)!}.json`));
}

async function render(models: string, out: string): Promise<void> {
  const options: TypeDocOptions & Partial<PluginOptions> = {
    ...quiet,
    entryPointStrategy: 'merge',
    entryPoints: [join(models, '*.json')],
    plugin: ['typedoc-plugin-markdown'],
    name: 'Reference',
    readme: 'none',
    out,
    cleanOutputDir: true,
    router: 'module',
    entryFileName: 'index',
    hidePageHeader: true,
    hideBreadcrumbs: true,
    useCodeBlocks: false,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    disableSources: true,
  };
  const app = await Application.bootstrapWithPlugins(options);
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc cannot merge the packages.');
  await app.generateOutputs(project);
}
