import type { TCountryCode } from "countries-list";
import { getCountryData } from "countries-list";
import { cleanLine } from "../text.ts";
import { spokenNames } from "./country-names.ts";
import type { KnownTerm } from "./known-term.ts";

// ISO 3166-1, as of 2026: 249 countries and territories. A list and not a loop over AA–ZZ, because Intl also
// names codes that are retired, reserved or no country (EU, SU, UN, XA).
const codes = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
  FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
  JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
  MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
  PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
  TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`.match(/[A-Z]{2}/g) as TCountryCode[];

/** Where most business software is sold, offered before the alphabet. */
const markets = "US CA GB DE FR NL AU IN IE ES IT SE CH SG JP BR IL".split(" ");

// Intl names countries as maps do. A prospect's record says it plainer: without "SAR China", brackets, "St." or
// the typographic apostrophe of Côte d’Ivoire. What Intl says stays an alias.
const plainNames: Partial<Record<TCountryCode, string>> = {
  BL: "Saint Barthélemy",
  CC: "Cocos Islands",
  CD: "Democratic Republic of the Congo",
  CG: "Republic of the Congo",
  CI: "Ivory Coast",
  HK: "Hong Kong",
  HM: "Heard Island and McDonald Islands",
  KN: "Saint Kitts and Nevis",
  LC: "Saint Lucia",
  MF: "Saint Martin",
  MM: "Myanmar",
  MO: "Macao",
  PM: "Saint Pierre and Miquelon",
  PS: "Palestine",
  SH: "Saint Helena",
  TR: "Turkey",
  UM: "U.S. Minor Outlying Islands",
  VC: "Saint Vincent and the Grenadines",
};

const english = new Intl.DisplayNames("en", { type: "region" });
const alphabet = new Intl.Collator("en");

export const countries: readonly KnownTerm[] = codes
  .map((code) => ({ place: placeOf(code), ...toKnownTerm(code) }))
  .sort((a, b) => a.place - b.place || alphabet.compare(a.term, b.term))
  .map(({ term, aliases }) => ({ term, aliases }));

function placeOf(code: TCountryCode): number {
  const place = markets.indexOf(code);
  return place < 0 ? markets.length : place;
}

function toKnownTerm(code: TCountryCode): KnownTerm {
  const { name, native, iso3 } = getCountryData(code);
  const mapName = english.of(code) ?? name;
  const term = plainNames[code] ?? mapName.replaceAll(" & ", " and ");
  const names = [mapName, name, cleanLine(native), ...(spokenNames[code] ?? [])];
  return { term, aliases: [code, iso3, ...new Set(names)].filter((alias) => alias !== term) };
}
