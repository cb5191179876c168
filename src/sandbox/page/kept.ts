/** What this tab keeps over a reload. */
export function keptIn(storage: Storage, key: string): { read(): string; write(value: string): void } {
  return {
    read: () => storage.getItem(key) ?? "",
    write: (value) => (value === "" ? storage.removeItem(key) : storage.setItem(key, value)),
  };
}
