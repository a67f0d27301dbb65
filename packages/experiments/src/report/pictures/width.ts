/** Natural width of pictures, px: about that of a telephone, so that their letters stay readable there. */
export const PICTURE_WIDTH = 420;
