/**
 * Approximate width of a text, px: without a layout engine, classes of letters have the widths of a sans-serif typeface,
 * rounded up. Han, kana, Hangul, and emoji count as square.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * fontSize;
}

function emsOf(character: string): number {
  if (/[iljtfrI.,:;'|!()[\] ]/.test(character)) return 0.38;
  if (/[mwMW%@]/.test(character)) return 0.97;
  if (/[A-Z]/.test(character)) return 0.72;
  return character.codePointAt(0)! < 0x1100 ? 0.62 : 1;
}

/** The text, or as much of it as fits, with an ellipsis. */
export function fitText(text: string, maxWidth: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= maxWidth) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > maxWidth) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text wrapped between words; a word longer than a line is cut with an ellipsis. */
export function wrapText(text: string, maxWidth: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    if (lines.length > 0 && textWidth(longer, fontSize) <= maxWidth) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => fitText(line, maxWidth, fontSize));
}
