/** The props of a text field that has a list of offers, of which one is pointed at. */
export function comboboxProps({ id, at, count }: { id: string; at: number; count: number }): object {
  const isOpen = count > 0;
  return {
    // HTML knows no combobox of many lines; ARIA does.
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": isOpen,
    "aria-controls": isOpen ? listId(id) : undefined,
    "aria-activedescendant": isOpen ? optionId(id, at) : undefined,
    autocomplete: "off",
  };
}

export function listId(id: string): string {
  return `${id}list`;
}

export function optionId(id: string, at: number): string {
  return `${id}option${at}`;
}
