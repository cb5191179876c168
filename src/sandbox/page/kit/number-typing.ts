export interface NumberLimits {
  is_decimal_allowed: boolean;
  min_value?: string;
}

/** Whether a number field takes this, perhaps on the way to a number: Slack's lets nothing else be typed. */
export function mayBeNumber(
  text: string,
  { is_decimal_allowed: isDecimal, min_value: least }: NumberLimits,
): boolean {
  const sign = least !== undefined && Number(least) >= 0 ? "" : "-?";
  const decimals = isDecimal ? "([.,]\\d*)?" : "";
  return new RegExp(`^${sign}\\d*${decimals}$`).test(text);
}
