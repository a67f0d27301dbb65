/** Natural width of charts, px: about that of a phone, so that their text stays readable there. */
export const chartWidth = 420;
