/** The URL of a file below a base URL. A query of the base, such as a token, is kept. */
export function fileUrl(base: string, path: string): string {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.hash = '';
  return url.href;
}
