/**
 * Colors of series, distinguishable with all common kinds of color vision, after Okabe & Ito, darkened (light
 * page) or lightened (dark page) to a contrast of at least 4.5 with the surface.
 *
 * @see Okabe & Ito, Color Universal Design, https://jfly.uni-koeln.de/color/
 */
export const seriesColors: readonly { readonly light: string; readonly dark: string }[] = [
  { light: '#0067b1', dark: '#4aa3ea' },
  { light: '#b8420c', dark: '#ff9a57' },
  { light: '#00755a', dark: '#3cc79d' },
  { light: '#92408c', dark: '#f2b5ea' },
  { light: '#574300', dark: '#f3e07c' },
  { light: '#45505c', dark: '#e3e8ee' },
];
