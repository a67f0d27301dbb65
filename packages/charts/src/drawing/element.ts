/** The attributes of an element; an undefined one is left out, numbers are rounded to 0.01 px. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One SVG element as text. Children are markup already; pass text through `escapeText` first. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escapeText(String(typeof value === 'number' ? round(value) : value))}"`,
    )
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text made safe for element content and attributes; control characters that XML forbids become U+FFFD. */
export function escapeText(text: string): string {
  return text.replace(
    /[&<>"']|[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu,
    (character) => entities[character] ?? '\ufffd',
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
