import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.base';

/** Test files share their modules, because loading TensorFlow.js for each file would take longer than the tests. */
export default defineConfig((env) =>
  mergeConfig(base(env), { test: { isolate: false, globalSetup: ['test/temporaryFolder.ts'] } }),
);
