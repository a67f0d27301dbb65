import { join } from 'node:path';
import { Recognizer } from '@ser/recognizer';
import { app, BrowserWindow, dialog, ipcMain } from 'electron';

/** The main process: it has the files and the model, and answers the window. */
const recognizer = Recognizer.general();

ipcMain.handle('recognize', async () => {
  const { filePaths } = await dialog.showOpenDialog({
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'Recordings', extensions: ['wav', 'flac', 'aiff'] }],
  });
  const answers = await (await recognizer).predictAll(filePaths);
  return answers.map(({ prediction, error }, i) => ({
    file: filePaths[i]!,
    label: prediction?.label ?? error?.message ?? 'no answer',
    probabilities: prediction?.probabilities ?? {},
  }));
});

async function openWindow(): Promise<void> {
  const window = new BrowserWindow({
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
    },
  });
  await window.loadFile(join(import.meta.dirname, 'index.html'));
}

void app.whenReady().then(openWindow);
app.on('window-all-closed', () => app.quit());
