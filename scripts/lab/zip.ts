import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** 1980-01-01, the earliest date the format knows; the same content always gives the same bytes. */
const DATE = 0x21;

/** Packs the files of a directory, subdirectories included, into a ZIP archive without compression. */
export async function zipDirectory(directory: string): Promise<Buffer> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const path of paths.sort()) {
    const body = await readFile(path);
    const name = Buffer.from(path.slice(directory.length).replace(/^\//, ''));
    const common = commonHeader(body, name);
    const local = Buffer.concat([uint32(0x04034b50), common, name, body]);
    central.push(centralHeader(common, name, offset));
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...central, endRecord(central, offset)]);
}

/** The 26 bytes that local and central header share. */
function commonHeader(body: Buffer, name: Buffer): Buffer {
  const sizes = [uint32(crc32(body)), uint32(body.length), uint32(body.length)];
  return Buffer.concat([uint16(10, 0x0800, 0, 0, DATE), ...sizes, uint16(name.length, 0)]);
}

function centralHeader(common: Buffer, name: Buffer, offset: number): Buffer {
  const rest = [uint16(0, 0, 0), uint32(0), uint32(offset)];
  return Buffer.concat([uint32(0x02014b50), uint16(10), common, ...rest, name]);
}

function endRecord(central: readonly Buffer[], offset: number): Buffer {
  const size = central.reduce((sum, header) => sum + header.length, 0);
  const counts = uint16(0, 0, central.length, central.length);
  return Buffer.concat([uint32(0x06054b50), counts, uint32(size), uint32(offset), uint16(0)]);
}

function uint16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
