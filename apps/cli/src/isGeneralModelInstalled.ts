/** The package is optional: a name that is no literal keeps the compiler from looking for it. */
const dataPackage: string = '@ser/pretrained';

/** Whether the model in the box is there. */
export async function isGeneralModelInstalled(): Promise<boolean> {
  try {
    const { modelFiles } = (await import(dataPackage)) as { modelFiles(name: string): Promise<unknown> };
    await modelFiles('general');
    return true;
  } catch {
    return false;
  }
}
