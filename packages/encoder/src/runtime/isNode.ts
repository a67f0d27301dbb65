/** Whether this is Node, which alone loads `onnxruntime-node`. */
export function isNode(): boolean {
  const { process } = globalThis as { readonly process?: { readonly versions?: { readonly node?: string } } };
  return process?.versions?.node !== undefined;
}
