/** A color map: quiet is the color of the card, and loud is far from it in lightness. */
export type Heat = Uint8ClampedArray;

type Color = readonly [red: number, green: number, blue: number];

const stops: Readonly<Record<'light' | 'dark', readonly Color[]>> = {
  light: [
    [255, 255, 255],
    [253, 219, 170],
    [236, 121, 84],
    [158, 40, 105],
    [45, 10, 70],
  ],
  dark: [
    [25, 31, 39],
    [72, 28, 104],
    [176, 54, 110],
    [246, 143, 85],
    [252, 246, 190],
  ],
};

/** Red, green, blue, and opacity of the levels 0 to 255. */
export function heatOf(scheme: 'light' | 'dark'): Heat {
  const colors = stops[scheme];
  const table = new Uint8ClampedArray(256 * 4);
  for (let level = 0; level < 256; level++) {
    const place = (level / 255) * (colors.length - 1);
    const i = Math.min(colors.length - 2, Math.floor(place));
    const share = place - i;
    colors[i]!.forEach((from, channel) => {
      table[4 * level + channel] = Math.round(from + share * (colors[i + 1]![channel]! - from));
    });
    table[4 * level + 3] = 255;
  }
  return table;
}
