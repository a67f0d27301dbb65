import { contextBridge, ipcRenderer } from 'electron';

/** What the window may ask of the main process, and nothing else. */
export interface Bridge {
  /** Lets the user choose recordings; gives the label of each. */
  recognize(): Promise<readonly Answer[]>;
}

export interface Answer {
  readonly file: string;
  readonly label: string;
  readonly probabilities: Readonly<Record<string, number>>;
}

const bridge: Bridge = { recognize: () => ipcRenderer.invoke('recognize') as Promise<readonly Answer[]> };
contextBridge.exposeInMainWorld('ser', bridge);
