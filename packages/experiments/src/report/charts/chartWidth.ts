/** Natural width of charts, px: about that of a telephone, so that their letters stay readable there. */
export const chartWidth = 420;
