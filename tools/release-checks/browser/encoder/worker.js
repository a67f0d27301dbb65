/* global self */
import { embedTone } from './embedTone.js';

embedTone().then(
  (answer) => self.postMessage(answer),
  (error) => self.postMessage({ error: `${error}${error.cause ? `, because of ${error.cause}` : ''}` }),
);
