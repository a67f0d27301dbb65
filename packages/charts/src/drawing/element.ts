import { escapeMarkup } from '@ser/core';

/** The attributes of an element; an undefined one is left out, numbers are rounded to 0.01 px. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One SVG element as text. Children are markup already; for text, use `textElement` and `tooltip`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escapeMarkup(String(typeof value === 'number' ? round(value) : value))}"`,
    )
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A line of text, escaped. */
export function textElement(attributes: Attributes, text: string): string {
  return element('text', attributes, escapeMarkup(text));
}

/** The name of the element around it, escaped: shown when the pointer is over that element, and read aloud. */
export function tooltip(text: string): string {
  return element('title', {}, escapeMarkup(text));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
