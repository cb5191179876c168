/** A press on a message that only the person sees; its button may be made up. */
export function pressed(action: { action_id: string; value: string; selected_option?: { value: string } }) {
  return {
    type: "block_actions",
    container: { type: "message", is_ephemeral: true },
    actions: [{ type: "button", block_id: "forged", ...action }],
  };
}
