import { configDefaults, defineConfig } from 'vitest/config';
import base from '../../vitest.base';

/** Tests that replace packages or must load one first: each has its own module graph. */
const isolated = [
  'test/engine/missingPackages.test.ts',
  'test/keras/importPackage.test.ts',
  'test/keras/weightsFile.test.ts',
];

/** All other tests share one module graph, because importing TensorFlow.js takes longer than most of them. */
export default defineConfig((env) => {
  const { test, ...config } = base(env);
  const exclude = [...configDefaults.exclude, ...isolated];
  const shared = { ...config, test: { ...test, name: 'shared', isolate: false, exclude } };
  const alone = { ...config, test: { ...test, name: 'isolated', include: isolated } };
  return { ...config, test: { ...test, projects: [shared, alone] } };
});
