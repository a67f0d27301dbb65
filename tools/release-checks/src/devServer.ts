import { createServer } from 'vite';

export interface DevServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Vite's development server for a folder, without settings, on this machine's loopback address. */
export async function openDevServer(root: string): Promise<DevServer> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0 },
  });
  await server.listen();
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() };
}
