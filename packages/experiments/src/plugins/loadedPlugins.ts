/** By file, so that each is loaded once. */
export const pluginFiles = new Map<string, Promise<void>>();

/** The plugins that this process has loaded, for its threads and processes. */
export function loadedPlugins(): readonly string[] {
  return [...pluginFiles.keys()];
}
