import { useEffect, useState } from "preact/hooks";
import { keptIn } from "../kept.ts";

export type Theme = "system" | "light" | "dark";

const kept = keptIn(localStorage, "sandbox-theme");

/** Kept in this browser, for all tabs to come. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const value = kept.read();
    return value === "light" || value === "dark" ? value : "system";
  });
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
    kept.write(theme === "system" ? "" : theme);
  }, [theme]);
  return [theme, setTheme];
}
