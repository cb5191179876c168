import { z } from "zod";
import { Option, OptionGroup, refuseCrowd, refuseForeignChoice, refuseRepeatedValues } from "./options.ts";
import { actionable, confirmable, eitherOf, focusable, Id, list, placeholdable } from "./parts.ts";

const select = { ...actionable, ...confirmable, ...focusable, ...placeholdable };
const multi = { ...select, max_selected_items: z.int().min(1).optional() };

const choices = {
  options: list(Option, { max: 100 }).optional(),
  option_groups: list(OptionGroup, { max: 100 }).optional(),
};
const eitherChoices = eitherOf("options", "option_groups");
const initialOptions = { initial_options: list(Option, { max: 100 }).optional() };

const StaticSelect = z
  .strictObject({
    type: z.literal("static_select"),
    ...select,
    ...choices,
    initial_option: Option.optional(),
  })
  .superRefine(eitherChoices)
  .superRefine(refuseRepeatedValues)
  .superRefine(refuseForeignChoice);

const MultiStaticSelect = z
  .strictObject({ type: z.literal("multi_static_select"), ...multi, ...choices, ...initialOptions })
  .superRefine(eitherChoices)
  .superRefine(refuseRepeatedValues)
  .superRefine(refuseForeignChoice)
  .superRefine(refuseCrowd("initial_options"));

const searched = { min_query_length: z.int().min(0).optional() };

const ExternalSelect = z.strictObject({
  type: z.literal("external_select"),
  ...select,
  ...searched,
  initial_option: Option.optional(),
});

const MultiExternalSelect = z
  .strictObject({ type: z.literal("multi_external_select"), ...multi, ...searched, ...initialOptions })
  .superRefine(refuseCrowd("initial_options"));

const ids = list(Id, { max: 100 }).optional();

const UsersSelect = z.strictObject({
  type: z.literal("users_select"),
  ...select,
  initial_user: Id.optional(),
});

const MultiUsersSelect = z
  .strictObject({ type: z.literal("multi_users_select"), ...multi, initial_users: ids })
  .superRefine(refuseCrowd("initial_users"));

const respondable = { response_url_enabled: z.boolean().optional() };

const ChannelsSelect = z.strictObject({
  type: z.literal("channels_select"),
  ...select,
  ...respondable,
  initial_channel: Id.optional(),
});

const MultiChannelsSelect = z
  .strictObject({ type: z.literal("multi_channels_select"), ...multi, initial_channels: ids })
  .superRefine(refuseCrowd("initial_channels"));

const ConversationFilter = z
  .strictObject({
    include: list(z.enum(["im", "mpim", "private", "public"]), { max: 4 }).optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, "must not be empty");

const conversations = {
  filter: ConversationFilter.optional(),
  default_to_current_conversation: z.boolean().optional(),
};

const ConversationsSelect = z.strictObject({
  type: z.literal("conversations_select"),
  ...select,
  ...respondable,
  ...conversations,
  initial_conversation: Id.optional(),
});

const MultiConversationsSelect = z
  .strictObject({
    type: z.literal("multi_conversations_select"),
    ...multi,
    ...conversations,
    initial_conversations: ids,
  })
  .superRefine(refuseCrowd("initial_conversations"));

export const singleSelects = [
  StaticSelect,
  ExternalSelect,
  UsersSelect,
  ConversationsSelect,
  ChannelsSelect,
] as const;

export const multiSelects = [
  MultiStaticSelect,
  MultiExternalSelect,
  MultiUsersSelect,
  MultiConversationsSelect,
  MultiChannelsSelect,
] as const;
