import type { Bridge } from './preload.js';

/** The window's process: it asks through the bridge of `preload.ts` and has no access to files. */
const { ser } = globalThis as unknown as { readonly ser: Bridge };
const list = document.querySelector('ul')!;

document.querySelector('button')!.addEventListener('click', () => void show());

async function show(): Promise<void> {
  for (const { file, label, probabilities } of await ser.recognize()) {
    const item = document.createElement('li');
    const share = probabilities[label];
    item.textContent = `${file}: ${label}${share === undefined ? '' : ` (${Math.round(100 * share)}%)`}`;
    list.append(item);
  }
}
