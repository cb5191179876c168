export const plain = (text: string) => ({ type: "plain_text", text });
export const option = (text: string, value = text) => ({ text: plain(text), value });

export const section = (text: string, more: object = {}) => ({
  type: "section",
  block_id: "said",
  text: plain(text),
  ...more,
});

export const button = (text: string, more: object = {}) => ({
  type: "button",
  action_id: `press-${text.toLowerCase().replaceAll(" ", "-")}`,
  text: plain(text),
  value: "v",
  ...more,
});

export const actions = (...elements: object[]) => ({ type: "actions", block_id: "do", elements });

export const input = (label: string, element: object, more: object = {}) => ({
  type: "input",
  block_id: label.toLowerCase(),
  label: plain(label),
  element: { action_id: "value", ...element },
  ...more,
});

export const textInput = (label: string, element: object = {}, more: object = {}) =>
  input(label, { type: "plain_text_input", ...element }, more);

export const modal = (blocks: object[], more: object = {}) => ({
  type: "modal",
  callback_id: "form",
  title: plain("New profile"),
  submit: plain("Save"),
  close: plain("Cancel"),
  blocks,
  ...more,
});
