import { describe, expect, it } from 'vitest';
import { experimentsFolders, layers } from '../../../layers.js';
import { folderCycle, folderEdges, importsBelow, upwardImports } from '../src/folderGraph.js';
import { workspaceRoot } from '../src/workspace.js';

const packages = Object.keys(layers).filter((folder) => folder.startsWith('packages/'));

describe('folderCycle', () => {
  it('finds a cycle of folders', () => {
    const imports = [
      { from: 'run/run.ts', to: 'report/page.ts' },
      { from: 'report/page.ts', to: 'measures/uar.ts' },
      { from: 'measures/uar.ts', to: 'run/clock.ts' },
    ];
    expect(folderCycle(folderEdges(imports))).toEqual(['run', 'report', 'measures', 'run']);
  });

  it('finds none where imports go one way, files of the root included', () => {
    const imports = [
      { from: 'run/run.ts', to: 'report/page.ts' },
      { from: 'run/run.ts', to: 'errors.ts' },
      { from: 'errors.ts', to: 'report/page.ts' },
    ];
    expect(folderCycle(folderEdges(imports))).toBeUndefined();
  });
});

describe('upwardImports', () => {
  const order = [['data'], ['run', 'compare']];

  it('finds an import of a higher folder, and of a folder beside it', () => {
    const up = { from: 'data/scan.ts', to: 'run/run.ts' };
    const across = { from: 'run/run.ts', to: 'compare/compare.ts' };
    const down = { from: 'run/run.ts', to: 'data/scan.ts' };
    expect(upwardImports([up, across, down], order)).toEqual([up, across]);
  });

  it('finds a folder that the order does not name', () => {
    const unknown = { from: 'run/run.ts', to: 'misc/things.ts' };
    expect(upwardImports([unknown], order)).toEqual([unknown]);
  });
});

describe('the folders of each package', () => {
  it.each(packages)('%s has no import cycle between folders', (folder) => {
    expect(folderCycle(folderEdges(importsBelow(`${workspaceRoot}${folder}/src`)))).toBeUndefined();
  });

  it('of experiments import lower folders only', () => {
    expect(
      upwardImports(importsBelow(`${workspaceRoot}packages/experiments/src`), experimentsFolders),
    ).toEqual([]);
  });
});
