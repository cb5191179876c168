import { toKnownTerms } from "./known-term.ts";

/** Offered first; the first two are Kashew's own examples. */
const common = {
  Sales: ["Account Management", "Business Sales"],
  Engineering: ["Software Engineering", "Development"],
  Marketing: ["Demand Generation", "Demand Gen", "Growth"],
  Finance: ["Accounting", "FP&A", "Treasury"],
  "Human Resources": [
    "HR",
    "People",
    "People and Culture",
    "Talent Acquisition",
    "Recruiting",
    "Recruitment",
    "Learning and Development",
    "L&D",
  ],
  "Information Technology": ["IT", "Information Systems"],
  Operations: ["Ops", "Project Management", "PMO"],
  Product: ["Product Management"],
  "Customer Success": ["CS"],
  "Revenue Operations": ["RevOps", "Sales Operations", "Sales Ops", "Sales Enablement"],
};

const others = {
  Administration: ["Admin"],
  "Business Development": ["BD", "Biz Dev"],
  Communications: ["Comms", "Corporate Communications", "Public Relations", "PR"],
  "Customer Support": ["Support", "Customer Service", "Customer Care"],
  "Data and Analytics": ["Data", "Analytics", "Data Science", "Business Intelligence", "BI"],
  Design: ["UX", "Creative"],
  Executive: ["Leadership", "C-Suite", "Executive Leadership"],
  Facilities: ["Facilities Management", "Workplace"],
  Legal: [],
  Manufacturing: ["Production"],
  Partnerships: ["Alliances", "Channel"],
  Procurement: ["Purchasing", "Sourcing"],
  "Quality Assurance": ["QA", "Quality"],
  "Research and Development": ["R&D", "Research"],
  "Risk and Compliance": ["Risk", "Compliance", "Risk Management", "GRC"],
  Security: ["Cybersecurity", "Information Security", "InfoSec"],
  Strategy: ["Corporate Strategy"],
  "Supply Chain": ["Logistics", "Supply Chain Management"],
};

export const departments = [...toKnownTerms(common), ...toKnownTerms(others)];
