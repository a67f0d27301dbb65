import { captureProgram } from '@ser/recognizer/browser';
import type { Plugin } from 'vite';

const file = 'capture.js';

/** The program of the audio thread as a file: the content security policy allows no `blob:` scripts. */
export function capture(): Plugin {
  return {
    name: 'capture',
    configureServer({ middlewares }) {
      middlewares.use(`/${file}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(captureProgram);
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: file, source: captureProgram });
    },
  };
}
