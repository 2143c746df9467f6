import type { Random } from "./random";

/**
 * Persona's id prefixes (spec: ids in paths and examples). Suffixes are 24 letters and digits;
 * inquiry ids are 32 characters in all since 2024-01-29 (API changelog).
 */
export type IdPrefix =
  | "act_"
  | "acttp_"
  | "case_"
  | "cscm_"
  | "ctmpl_"
  | "dev_"
  | "doc_"
  | "docf_"
  | "env_"
  | "evt_"
  | "inq_"
  | "iqse_"
  | "itmpl_"
  | "itmplv_"
  | "net_"
  | "org_"
  | "ract_"
  | "rep_"
  | "req_"
  | "rpr_"
  | "rptp_"
  | "self_"
  | "tag_"
  | "theset_"
  | "tmpl_"
  | "ual_"
  | "user_"
  | "uses_"
  | "ver_"
  | "vtmpl_"
  | "wfl_"
  | "wfr_";

/** A fresh id with the given prefix, drawn from the given stream. */
export function drawId(random: Random, prefix: IdPrefix): string {
  return prefix + random.text(prefix === "inq_" ? 28 : 24);
}
