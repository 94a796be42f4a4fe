const exif = Buffer.from("Exif\0\0", "latin1");
const packet = { begins: "<x:xmpmeta", ends: "</x:xmpmeta>" } as const;

/**
 * Photos inside a document keep what the camera wrote beside them, the place too. In: bytes with JPEGs in them as they are.
 * Out: the same length; each EXIF block and each XMP packet that speaks of places is filled with nothing.
 */
export function blankPlaces(bytes: Buffer): Buffer {
  const clean = Buffer.from(bytes);
  for (let at = clean.indexOf(exif); at !== -1; at = clean.indexOf(exif, at + exif.length)) {
    // the marker of an application's block and its length stand before it
    if (at < 4 || clean[at - 4] !== 0xff || clean[at - 3] !== 0xe1) continue;
    const length = clean.readUInt16BE(at - 2);
    clean.fill(0, at + exif.length, Math.min(clean.length, at - 2 + length));
  }
  for (let at = clean.indexOf(packet.begins); at !== -1; at = clean.indexOf(packet.begins, at + 1)) {
    const end = clean.indexOf(packet.ends, at);
    if (end === -1) break;
    if (/GPS|Iptc4xmpCore:Location|photoshop:City/.test(clean.toString("latin1", at, end))) clean.fill(0x20, at + packet.begins.length, end);
  }
  return clean;
}
