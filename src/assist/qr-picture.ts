/** A text as a QR code: black on white in every theme, with the white margin of four modules that readers need. */
import { encodeQR } from 'qr';

/** To draw as `<svg viewBox="0 0 size size"><path d=path>`, black on a white card; one module is one unit. */
export type QrPicture = { readonly size: number; readonly path: string };

/**
 * Level `high`: dirt and cracks may hide a part of it; see decision 0010. Throws beyond 1,852 signs of Base45.
 *
 * `turn` counts quarter turns. A code has one corner that a reader can do without: where the glass is broken
 * at a corner, one turn of four still reads. A cycle of frames is therefore turned once each time round.
 */
export function qrPicture(text: string, turn = 0): QrPicture {
  const rows = encodeQR(text, 'raw', { ecc: 'high', border: 4 });
  const last = rows.length - 1;
  const turns = [
    (x: number, y: number) => rows[y]?.[x],
    (x: number, y: number) => rows[last - x]?.[y],
    (x: number, y: number) => rows[last - y]?.[last - x],
    (x: number, y: number) => rows[x]?.[last - y],
  ];
  const isBlack = turns[turn % 4] ?? (() => false);
  let path = '';
  for (let y = 0; y <= last; y++)
    for (let x = 0; x <= last; x++) {
      if (!isBlack(x, y)) continue;
      const start = x;
      while (isBlack(x + 1, y)) x++;
      path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
    }
  return { size: rows.length, path };
}
