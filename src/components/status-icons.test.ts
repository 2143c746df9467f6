import CircleQuestionIcon from "lucide-react/icons/circle-question-mark";
import { expect, it } from "vitest";
import { statusIcon, type StatusKind } from "@/components/status-icons";
import { checkStatuses, verificationStatuses } from "@/domain/verification-status";

const known: [StatusKind, string][] = [
  ...verificationStatuses.map((status): [StatusKind, string] => ["verification", status]),
  ...checkStatuses.map((status): [StatusKind, string] => ["check", status]),
];

it.each(known)("%s %s has an icon of its own", (kind, status) => {
  expect(statusIcon(kind, status)).not.toBe(CircleQuestionIcon);
});

it.each(["", "quantum_state", "constructor", "__proto__"])("an unknown status (%j) has the question mark", (status) => {
  expect(statusIcon("verification", status)).toBe(CircleQuestionIcon);
});
