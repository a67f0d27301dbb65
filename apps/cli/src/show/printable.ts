/** Control characters, and characters that reorder text or end lines. */
// eslint-disable-next-line no-control-regex -- these are the characters to escape
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text from outside, such as a file name, as one line that cannot control a terminal: unsafe characters are escaped.
 *
 * @example
 * printable('\u001b[2Jclip.wav'); // '\\x1b[2Jclip.wav'
 */
export function printable(text: string): string {
  return text.replace(unsafe, (character) => shortEscapes[character] ?? codeEscape(character));
}

/** Like `printable` for text of several lines: line feeds stay. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** The same JSON in which no character can control a terminal. */
export function printableJson(json: string): string {
  return json.replace(unsafe, (character) => (character === '\n' ? character : jsonEscape(character)));
}

function codeEscape(character: string): string {
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : jsonEscape(character);
}

function jsonEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
