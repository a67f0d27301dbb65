/** An element of a parsed document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** A small strict parser: throws for markup that is not well-formed, so that missing escapes are found. */
export function parseXml(markup: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  const token = /<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  while (token.lastIndex < markup.length) {
    const at = token.lastIndex;
    const match = token.exec(markup);
    if (!match) throw new Error(`not well-formed at ${at}: ${markup.slice(at, at + 40)}`);
    const [, closed, opened, attributes = '', selfClosed, text] = match;
    if (text !== undefined) open.at(-1)!.children.push(unescape(text));
    else if (closed !== undefined) {
      if (open.pop()!.name !== closed) throw new Error(`<${closed}> does not match`);
    } else {
      const element = { name: opened!, attributes: parseAttributes(attributes), children: [] };
      open.at(-1)!.children.push(element);
      if (!selfClosed) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('expected one closed root element');
  return root.children[0] as XmlElement;
}

/** All elements of a name, in document order. */
export function all(root: XmlElement, name: string): XmlElement[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, name)));
  return root.name === name ? [root, ...below] : below;
}

/** The text directly in an element, without that of its children. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

function parseAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescape(value!)]),
  );
}

function unescape(text: string): string {
  if (/&(?!(amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`bare & in ${text}`);
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, entity: string) => characters[entity]!);
}

/** All texts of an image, in document order. */
export function textsOf(svg: string): string[] {
  return all(parseXml(svg), 'text').map(ownText);
}

/** All tooltips of an image, its title first. */
export function tooltipsOf(svg: string): string[] {
  return all(parseXml(svg), 'title').map(ownText);
}
