/** Slack's limits that our payloads meet, in UTF-16 code units. Source: docs.slack.dev, Block Kit reference. */
export const slackLimits = {
  header: 150,
  accessibilityLabel: 75,
  buttonText: 75,
  optionText: 75,
  optionValue: 150,
  /** Slack takes 3,000, of which the workspace that a view is drawn for takes up to 42. */
  privateMetadata: 2950,
  messageText: 4000,
} as const;
