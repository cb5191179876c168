/** What stands beside the channel. */
export type Panel = "inspector" | "weather";
