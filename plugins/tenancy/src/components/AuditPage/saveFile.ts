/** Hands a file to the reader's browser to be saved. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this, if only a moment.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
