/* global document, fetch, navigator */
import { trainSmallNetwork } from './trainSmallNetwork.js';

/** What the page has to say goes back to the server that gave it, and onto the page for a person who opens it. */
async function answer() {
  try {
    return await trainSmallNetwork();
  } catch (error) {
    return { error: `${error}${error.cause ? `, because of ${error.cause}` : ''}` };
  }
}

const text = JSON.stringify({ ...(await answer()), userAgent: navigator.userAgent });
document.body.textContent = text;
await fetch('/answer', { method: 'POST', body: text });
