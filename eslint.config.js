import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { layers, tensorflowFolders } from './layers.js';

const noTensorflow = {
  regex: '^@tensorflow/',
  message: 'Only packages/models knows TensorFlow.js. Use the Classifier it exports.',
};

const noDetours = {
  regex: '^(\\.\\./)+(packages|apps|tools)/|^(\\.\\./){2,}[\\w-]+/src/',
  message: 'Import a package by its name, not through its folder.',
};

/** A package may import itself and what the table grants it; everything else of ours is a layer breach. */
function boundary([room, allowed]) {
  const own = `@ser/${room.split('/')[1]}`;
  const granted = [own, ...allowed].map((name) => name.slice('@ser/'.length)).join('|');
  const breach = {
    regex: `^@ser/(?!(${granted})(/|$))`,
    message: `${room} may import only ${allowed.length ? allowed.join(', ') : 'no other package of ours'} (see layers.js).`,
  };
  const rule = (files, patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });
  const free = tensorflowFolders.filter((place) => place === room || place.startsWith(`${room}/`));
  return [
    rule([`${room}/**/*.{ts,js,mjs}`], [breach, noDetours, noTensorflow]),
    ...free.map((place) => rule([`${place}/**/*.{ts,js,mjs}`], [breach, noDetours])),
  ];
}

export default tseslint.config(
  { ignores: ['**/dist/**', '**/out-tsc/**', '**/node_modules/**', '.nx/**', 'runs/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
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
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
  ...Object.entries(layers).flatMap(boundary),
);
