/* global document, fetch */
import { timeMethod } from '../../src/teaching/timeMethod.js';

let text;
try {
  text = JSON.stringify(timeMethod());
} catch (error) {
  text = JSON.stringify({ error: `${error}` });
}
document.body.textContent = text;
await fetch('/answer', { method: 'POST', body: text });
