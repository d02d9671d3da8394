/** `cards`: one below the other; `narrow`: the columns that every list needs; `wide`: those with room to spare, too. */
export type TableShape = 'cards' | 'narrow' | 'wide';

/** Below it the columns of a row have no room side by side: 400 pixels of columns that copy, tell a status or open. */
const COLUMNS_FROM = 470;
/** From it on a DNS name fits beside the rest: a pane of 900 pixels, without its padding. */
const WIDE_FROM = 850;

/**
 * How a table is laid out in the room that it has.
 * @param width in CSS pixels; 0 where it was not measured
 */
export function shapeIn(width: number): TableShape {
  if (width === 0) return 'narrow';
  if (width < COLUMNS_FROM) return 'cards';
  return width < WIDE_FROM ? 'narrow' : 'wide';
}
