/**
 * The name of a part of a file, as a media fragment: `talk.wav#t=1.5,3`; a whole file keeps its name.
 *
 * @see W3C Media Fragments, https://www.w3.org/TR/media-frags/#naming-time
 */
export function segmentId(
  name: string,
  { start, end }: { readonly start?: number | undefined; readonly end?: number | undefined },
): string {
  if (start === undefined && end === undefined) return name;
  return `${name}#t=${start ?? 0}${end === undefined ? '' : `,${end}`}`;
}
