/** Beyond this, looking at a file here first is no pleasure on a small laptop. */
const COMFORTABLE = 16 * 1024 * 1024;
const PACKED = ['PAR1', '\u001f\u008b'];

/** Files that the server reads, because they are large or of a kind that browsers do not read. */
export async function isLarge(file: File): Promise<boolean> {
  return file.size > COMFORTABLE || (await isBinary(file));
}

export async function isBinary(file: File): Promise<boolean> {
  const start = String.fromCharCode(...new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  return PACKED.some((mark) => start.startsWith(mark)) || /\.(zip|gz|parquet)$/i.test(file.name);
}
