import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { workspaceRoot } from './workspace.js';

interface ExportsEntry {
  readonly import?: { readonly types?: string };
}

/**
 * The public declarations of a built package, one section for each entry point: what a review looks at to see how a
 * change affects users.
 *
 * @param folder such as `packages/dsp`; `npm run build` comes first
 */
export function apiReport(folder: string): string {
  const root = `${workspaceRoot}${folder}`;
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, ExportsEntry | string>>;
  };
  const entries = Object.entries(manifest.exports).flatMap(([path, entry]) => {
    const types = typeof entry === 'string' ? undefined : entry.import?.types;
    return types === undefined ? [] : [{ specifier: `${manifest.name}${path.slice(1)}`, types }];
  });
  return entries.map(({ specifier, types }) => `# ${specifier}\n\n${declarations(root, types)}`).join('\n');
}

function declarations(root: string, types: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ser-api-'));
  try {
    const result = Extractor.invoke(configOf(root, types, folder), {
      localBuild: true,
      messageCallback: (message) => {
        message.handled = message.logLevel !== ExtractorLogLevel.Error;
      },
    });
    if (!result.succeeded)
      throw new Error(`API Extractor found ${result.errorCount} errors in ${root}/${types}.`);
    const report = readFileSync(join(folder, 'report.api.md'), 'utf8').replaceAll('\r\n', '\n');
    return report.slice(report.indexOf('```ts'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configOf(root: string, types: string, folder: string): ExtractorConfig {
  const entry = `${root}/${types.replace('./', '')}`;
  const silent = { default: { logLevel: ExtractorLogLevel.None } };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            ...{ target: 'es2022', lib: ['es2022', 'dom'], module: 'nodenext', moduleResolution: 'nodenext' },
            ...{ strict: true, skipLibCheck: true, types: ['node'] },
          },
          files: [entry],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: 'report',
        reportFolder: folder,
        reportTempFolder: `${folder}/temp`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
        compilerMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}/package.json`,
  });
}
