import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.base';

/** Test files share one module graph, because importing all packages takes longer than most of them. */
export default defineConfig((env) => mergeConfig(base(env), { test: { isolate: false } }));
