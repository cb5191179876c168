import type { ProfileDraft } from "./profile.ts";

/** What a template says: everything but what is each team's own, such as the countries it sells in. */
export type TemplateDraft = Pick<ProfileDraft, (typeof templateFields)[number]>;

/** A profile to start from. */
export interface Template {
  readonly id: string;
  readonly draft: TemplateDraft;
}

export const templateFields = [
  "name",
  "description",
  "industries",
  "companySizes",
  "jobTitles",
  "seniorityLevels",
  "departments",
] as const;

/**
 * Kinds of companies that most business software is sold to, each with the people who decide there. All words are the
 * vocabulary's, and no template contradicts itself.
 */
export const templates: readonly Template[] = [
  {
    id: "enterprise-saas",
    draft: {
      name: "Enterprise SaaS",
      description:
        "Large software companies with sales teams in several regions and somebody who runs their process and tools.\n" +
        "Rules out: resellers and agencies, and companies that sell by self-service alone.",
      industries: ["SaaS", "Software Development", "Cloud Computing"],
      companySizes: ["500+"],
      jobTitles: ["CRO", "VP Sales", "VP Revenue Operations", "Sales Director"],
      seniorityLevels: ["C-Suite", "VP", "Director"],
      departments: ["Sales", "Revenue Operations"],
    },
  },
  {
    id: "mid-market-saas",
    draft: {
      name: "Mid-market SaaS",
      description:
        "Growing software companies whose sales team has outgrown spreadsheets and whose leaders still choose tools themselves.\n" +
        "Rules out: companies without a sales team, and those that are part of a larger group.",
      industries: ["SaaS", "Software Development", "MarTech", "HR Tech"],
      companySizes: ["51-200", "201-500"],
      jobTitles: ["VP Sales", "Head of Sales", "Head of Revenue Operations", "Head of Growth"],
      seniorityLevels: ["VP", "Director"],
      departments: ["Sales", "Revenue Operations", "Marketing"],
    },
  },
  {
    id: "startups",
    draft: {
      name: "Early-stage startups",
      description:
        "Young technology companies in which a founder buys, and soon.\n" +
        "Rules out: companies without a product on the market, freelancers and studios.",
      industries: ["SaaS", "FinTech", "HealthTech", "Artificial Intelligence", "Developer Tools"],
      companySizes: ["1-10", "11-50"],
      jobTitles: ["Founder", "Co-Founder", "CEO", "CTO"],
      seniorityLevels: ["C-Suite"],
      departments: ["Executive", "Engineering"],
    },
  },
  {
    id: "financial-services",
    draft: {
      name: "Financial services",
      description:
        "Banks, insurers and payment companies that are supervised and buy what passes a review of security and compliance.\n" +
        "Rules out: brokers and advisers on their own, and companies in run-off.",
      industries: ["Banking", "Insurance", "Payments", "Investment Management", "FinTech"],
      companySizes: ["500+"],
      jobTitles: ["CIO", "COO", "Chief Risk Officer", "Head of Compliance", "IT Director"],
      seniorityLevels: ["C-Suite", "VP", "Director"],
      departments: ["Information Technology", "Operations", "Risk and Compliance"],
    },
  },
  {
    id: "healthcare",
    draft: {
      name: "Healthcare providers",
      description:
        "Hospitals, clinics and care groups that run their own IT and decide in committees.\n" +
        "Rules out: practices of one doctor, and makers of drugs or devices.",
      industries: ["Hospitals and Clinics", "Healthcare", "Telehealth", "Elder Care"],
      companySizes: ["201-500"],
      jobTitles: ["CIO", "COO", "Chief Medical Officer", "IT Director", "Operations Director"],
      seniorityLevels: ["C-Suite", "Director"],
      departments: ["Information Technology", "Operations", "Executive"],
    },
  },
  {
    id: "manufacturing",
    draft: {
      name: "Manufacturing",
      description:
        "Makers of physical goods with plants of their own, who want less downtime, waste and stock.\n" +
        "Rules out: traders, and brands that have everything made by others.",
      industries: ["Manufacturing", "Machinery", "Industrial Automation", "Automotive", "Electronics"],
      companySizes: ["51-200", "201-500"],
      jobTitles: ["COO", "VP Operations", "Operations Director", "Plant Manager", "Supply Chain Director"],
      seniorityLevels: ["C-Suite", "VP", "Director", "Manager"],
      departments: ["Operations", "Manufacturing", "Supply Chain"],
    },
  },
  {
    id: "e-commerce",
    draft: {
      name: "E-commerce and retail",
      description:
        "Brands and shops that sell online under their own name and measure what a customer costs them.\n" +
        "Rules out: sellers on marketplaces alone, and shops without a marketing team.",
      industries: ["E-commerce", "Retail", "Direct-to-Consumer", "Consumer Goods", "Fashion and Apparel"],
      companySizes: ["11-50", "51-200"],
      jobTitles: ["CMO", "VP E-commerce", "Head of E-commerce", "Head of Marketing", "Marketing Director"],
      seniorityLevels: ["C-Suite", "VP", "Director"],
      departments: ["Marketing", "Operations"],
    },
  },
  {
    id: "professional-services",
    draft: {
      name: "Professional services",
      description:
        "Firms that sell their people's time: consultants, accountants, lawyers and agencies. A partner or managing director decides.\n" +
        "Rules out: freelancers, and offices that a head office buys for.",
      industries: [
        "Professional Services",
        "Consulting",
        "Accounting",
        "Legal Services",
        "Marketing and Advertising",
      ],
      companySizes: ["11-50", "51-200"],
      jobTitles: ["Managing Partner", "Partner", "Managing Director", "Owner", "COO"],
      seniorityLevels: ["C-Suite", "Director"],
      departments: ["Executive", "Operations"],
    },
  },
];

/** Undefined for an id of another version of the app, or of nobody's. */
export function findTemplate(id: string | undefined): Template | undefined {
  return templates.find((template) => template.id === id);
}
