/** The package is optional: a non-literal name keeps the compiler from resolving it. */
const dataPackage: string = '@ser/pretrained';

/** Whether the bundled model is installed. */
export async function isGeneralModelInstalled(): Promise<boolean> {
  try {
    const { modelFiles } = (await import(dataPackage)) as { modelFiles: (name: string) => Promise<unknown> };
    await modelFiles('general');
    return true;
  } catch {
    return false;
  }
}
