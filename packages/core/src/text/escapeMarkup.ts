const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Any text made safe for the content and the attributes of HTML and XML elements; control characters that XML forbids
 * become U+FFFD.
 *
 * @example
 * escapeMarkup('a < b'); // 'a &lt; b'
 */
export function escapeMarkup(text: string): string {
  return text.replace(
    /[&<>"']|[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu,
    (character) => entities[character] ?? '\ufffd',
  );
}
