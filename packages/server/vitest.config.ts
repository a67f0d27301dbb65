import { defineConfig } from 'vitest/config';
import base from '../../vitest.base';

/** Without `import`, which would also apply to `require` in packages that are not ES modules, such as Fastify's. */
const conditions = ['@ser/source', 'node', 'module', 'default'];

export default defineConfig((env) => ({ ...base(env), resolve: { conditions }, ssr: { resolve: { conditions } } }));
