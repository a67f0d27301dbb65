import { bandsPerColumn, columnsPerSecond } from '../sound/soundBlock.js';
import { columnsPerPage, type SoundPage } from '../sound/soundTrack.js';
import { type Heat, heatOf } from './heat.js';

/** Pictures that are kept: as many minutes as the longest visible part has, and one more at each end. */
const maxTiles = 12;

interface Tile {
  readonly canvas: HTMLCanvasElement;
  readonly page: SoundPage;
  /** Columns that have been painted. */
  nColumns: number;
}

/** The spectrogram as pictures of a minute each, in which a column is painted once. */
export class SpectrogramTiles {
  readonly #tiles = new Map<number, Tile>();
  #scheme: 'light' | 'dark' = 'light';
  #heat: Heat = heatOf('light');

  /** Draws the pages. @param x the place of a time, in px */
  draw(
    target: CanvasRenderingContext2D,
    pages: readonly SoundPage[],
    place: { readonly x: (time: number) => number; readonly top: number; readonly height: number },
    scheme: 'light' | 'dark',
  ): void {
    this.#use(scheme);
    for (const page of pages) {
      const { canvas } = this.#tile(page);
      const start = (page.index * columnsPerPage) / columnsPerSecond;
      const left = place.x(start);
      const width = place.x(start + columnsPerPage / columnsPerSecond) - left;
      target.drawImage(canvas, left, place.top, width, place.height);
    }
  }

  #use(scheme: 'light' | 'dark'): void {
    if (scheme === this.#scheme) return;
    this.#scheme = scheme;
    this.#heat = heatOf(scheme);
    this.#tiles.clear();
  }

  #tile(page: SoundPage): Tile {
    let tile = this.#tiles.get(page.index);
    if (!tile || tile.page !== page) {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [columnsPerPage, bandsPerColumn];
      tile = { canvas, page, nColumns: 0 };
      if (this.#tiles.size >= maxTiles) this.#tiles.delete(this.#tiles.keys().next().value!);
    }
    this.#tiles.delete(page.index); // the last one used is removed last
    this.#tiles.set(page.index, tile);
    this.#paint(tile);
    return tile;
  }

  #paint(tile: Tile): void {
    const { page, nColumns: first } = tile;
    const nColumns = page.nColumns - first;
    if (nColumns === 0) return;
    const context = tile.canvas.getContext('2d')!;
    const image = context.createImageData(nColumns, bandsPerColumn);
    for (let column = 0; column < nColumns; column++) {
      for (let band = 0; band < bandsPerColumn; band++) {
        const level = page.levels[(first + column) * bandsPerColumn + band]!;
        const at = (bandsPerColumn - 1 - band) * nColumns + column;
        image.data.set(this.#heat.subarray(4 * level, 4 * level + 4), 4 * at);
      }
    }
    context.putImageData(image, first, 0);
    tile.nColumns = page.nColumns;
  }
}
