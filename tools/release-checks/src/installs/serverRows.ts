import type { Row } from './row.js';

const layout = `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
const clientPage = `'use client';
import { useEffect, useState } from 'react';
import { answer } from '../answer.js';
import { report } from '../report.js';
export default function Page() {
  const [text, setText] = useState('');
  useEffect(() => void report(answer).then(setText), []);
  return <pre>{text}</pre>;
}
`;
const serverPage = `import { answer } from '../../answer.js';
import { report } from '../../report.js';
export const dynamic = 'force-dynamic';
export default async function Page() {
  return <pre>{await report(answer)}</pre>;
}
`;
const route = (name: 'answer' | 'predict', options: string) => `import { ${name} } from '../../${name}.js';
import { report } from '../../report.js';
${options}
export async function GET() {
  return new Response(await report(${name}), { headers: { 'content-type': 'application/json' } });
}
`;

const nextFiles = {
  'app/layout.js': layout,
  'app/page.js': clientPage,
  'app/ssr/page.js': serverPage,
  'app/api/route.js': route('answer', "export const dynamic = 'force-dynamic';"),
  'app/edge/route.js': route('predict', "export const runtime = 'edge';"),
};

/** The places of a Next application; they are built once. */
function nextRows(
  version: string,
  tools: Row['tools'],
  build: readonly [string, ...string[]],
): readonly Row[] {
  const server = {
    kind: 'server',
    program: 'next',
    args: ['start', '-p', 'PORT', '-H', '127.0.0.1'],
  } as const;
  const place = (name: string, path: string, opened: boolean, note?: string): Row => ({
    name: `Next ${version}, ${name}`,
    tools,
    files: nextFiles,
    build: [build],
    source: { ...server, path, opened },
    ...(note !== undefined && { note }),
  });
  return [
    place('client', '', true),
    place('page rendered on the server', 'ssr', false),
    place('route handler', 'api', false),
    place('edge route', 'edge', false, 'prediction; no WebAssembly is compiled there, so not the encoder'),
  ];
}

const react = { react: '19', 'react-dom': '19' };

const svelte: Pick<Row, 'tools' | 'files' | 'build'> = {
  tools: { '@sveltejs/kit': '2', '@sveltejs/vite-plugin-svelte': '6', svelte: '5', vite: '7' },
  files: {
    'index.html': '',
    'svelte.config.js': 'export default {};\n',
    'vite.config.js':
      "import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };\n",
    'src/app.html':
      '<!doctype html><html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>\n',
    'src/routes/+page.svelte': `<script>
  import { onMount } from 'svelte';
  import { answer } from '../../answer.js';
  import { report } from '../../report.js';
  let text = $state('');
  onMount(async () => (text = await report(answer)));
</script>
<pre>{text}</pre>
`,
    'src/routes/ssr/+page.server.js': `import { answer } from '../../../answer.js';
import { report } from '../../../report.js';
export const load = async () => ({ text: await report(answer) });
`,
    'src/routes/ssr/+page.svelte':
      '<script>\n  let { data } = $props();\n</script>\n<pre>{data.text}</pre>\n',
  },
  build: [['vite', 'build']],
};
const preview = {
  kind: 'server',
  program: 'vite',
  args: ['preview', '--port', 'PORT', '--host', '127.0.0.1'],
} as const;

/** Applications with a server. */
export const serverRows: readonly Row[] = [
  ...nextRows('15', { next: '15', ...react }, ['next', 'build']),
  ...nextRows('16', { next: '16', ...react }, ['next', 'build']),
  { name: 'SvelteKit 2, client', ...svelte, source: { ...preview, path: '', opened: true } },
  {
    name: 'SvelteKit 2, page rendered on the server',
    ...svelte,
    source: { ...preview, path: 'ssr', opened: false },
  },
];
