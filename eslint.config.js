import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { layers, lazyImports, tensorflowFolders, testImports } from './layers.js';

const noTensorflow = {
  regex: '^@tensorflow/',
  message: 'Only packages/models imports TensorFlow.js. Use the classifiers it exports.',
};

const noDetours = {
  regex: '^(\\.\\./)+(packages|apps|tools)/|^(\\.\\./){2,}[\\w-]+/src/',
  message: 'Import a package by its name, not through its folder.',
};

function breachOf(folder, allowed) {
  const own = `@ser/${folder.split('/')[1]}`;
  const granted = [own, ...allowed].map((name) => name.slice('@ser/'.length)).join('|');
  return {
    regex: `^@ser/(?!(${granted})(/|$))`,
    message: `${folder} may import only ${allowed.length ? allowed.join(', ') : 'no other package of ours'} (see layers.js).`,
  };
}

/** A package may import itself and what the table grants it; any other import of ours breaks the layers. */
function boundary([folder, allowed]) {
  const breach = breachOf(folder, allowed);
  const lazy = (lazyImports[folder] ?? []).map((name) => ({
    regex: `^${name}(/|$)`,
    message: `${folder} imports ${name} only when a model needs it: use \`await import\` (see layers.js).`,
  }));
  const test = testImports[folder] ?? [];
  const rule = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });
  const free = tensorflowFolders.filter((place) => place === folder || place.startsWith(`${folder}/`));
  return [
    rule([`${folder}/**/*.{ts,tsx,js,mjs}`], [breach, noDetours, noTensorflow]),
    ...(lazy.length === 0
      ? []
      : [rule([`${folder}/src/**/*.ts`], [breach, noDetours, noTensorflow, ...lazy])]),
    ...(test.length === 0
      ? []
      : [rule([`${folder}/test/**/*.ts`], [breachOf(folder, [...allowed, ...test]), noDetours])]),
    ...free.map((place) => rule([`${place}/**/*.{ts,tsx,js,mjs}`], [breach, noDetours])),
  ];
}

/** Names: values in camelCase, types in PascalCase; JSON keys and third-party names stay as they are. */
const naming = [
  'error',
  { selector: 'variable', format: ['camelCase', 'PascalCase'], leadingUnderscore: 'allow' },
  { selector: 'function', format: ['camelCase', 'PascalCase'] },
  { selector: 'parameter', format: ['camelCase', 'PascalCase'], leadingUnderscore: 'allow' },
  { selector: 'typeLike', format: ['PascalCase'] },
  {
    selector: ['classMethod', 'classProperty', 'accessor'],
    modifiers: ['private'],
    format: [],
    custom: { regex: '^#', match: true },
  },
  { selector: ['variable', 'parameter'], modifiers: ['destructured'], format: null },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/out-tsc/**',
      '**/node_modules/**',
      '.nx/**',
      'runs/**',
      'reference/**',
      'packages/dsp/assembly/**', // AssemblyScript
      '**/generated/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ conditionNames: ['@ser/source', 'import', 'default'] }),
      ],
    },
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.ts', '*/*/*.config.ts'] } },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `async` without `await` turns a thrown error into a rejection, which asynchronous interfaces promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/naming-convention': naming,
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
    },
  },
  {
    // Matchers of vitest are `any` by design, and recorded answers are read as JSON.
    files: ['**/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="Math"][property.name="random"]',
          message: 'Randomness is seeded: take a generator or a seed.',
        },
      ],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['packages/*/src/**'], rules: { 'no-console': 'error', 'max-lines': ['error', 250] } },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { console: 'readonly', process: 'readonly', require: 'readonly' },
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
  ...Object.entries(layers).flatMap(boundary),
);
