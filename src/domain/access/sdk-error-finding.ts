/** What an error tells that the page or app reported which the user was in. */
import type { Finding, Proof } from "@/domain/access/access-cause";
import { type Evidence, proof, statusProof } from "@/domain/access/access-evidence";
import { sdkErrorLabel } from "@/domain/access/complaint";

const source = "onError of the page or app";

/** What was reported, as a fact among the others; nothing where nothing was. */
export function sdkErrorProof({ sdkError, version }: Evidence): Proof[] {
  if (sdkError === undefined) return [];
  const isActive = sdkError === "inactive_template" && version.active === true;
  return [proof(`The page or app reported “${sdkErrorLabel(sdkError)}”${isActive ? ", and this template is active now" : ""}.`, source)];
}

/** A begun inquiry that was loaded without its session token (Persona docs, "Embedded flow: client callbacks"); undefined for other errors. */
export function bySdkError(evidence: Evidence): Finding | undefined {
  if (evidence.sdkError !== "unauthenticated" || evidence.inquiry.status !== "pending") return undefined;
  const sentence = "The page or app opened the inquiry without a session token. Since the user has started, it needs one.";
  return { cause: "link-without-session", certainty: "certain", sentence, proof: statusProof(evidence) };
}
