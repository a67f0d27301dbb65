/* global self */
import { recognizeTones } from './recognizeTones.js';

recognizeTones().then(
  (answer) => self.postMessage(answer),
  (error) => self.postMessage({ error: `${error}${error.cause ? `, because of ${error.cause}` : ''}` }),
);
