import type { Printed } from "../printed";
import { cardBack, cardFront } from "./card";
import type { DrawingName } from "./file-name";
import { licenceBack, licenceFront } from "./licence";
import { companyExtract, pageHeight, pageWidth, utilityBill } from "./page";
import { height, type Paper, paperOf, width } from "./paper";
import { passportPage } from "./passport";
import { cutPortrait, selfieHeight, selfiePhoto, selfieWidth } from "./selfie";
import { photograph, snapshot } from "./shot";
import { textAt } from "./xml";

const svg = (w: number, h: number, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}">${body}</svg>`;

// Where each front prints the date of birth: left edge and base line of the value.
const birthdateAt: Partial<Record<DrawingName["kind"], [number, number]>> = {
  "licence-front": [328, 214],
  "id-card-front": [334, 260],
  "permit-front": [334, 260],
  "passport-front": [272, 323],
};

/** A patch over the date of birth in another typeface: a clumsy forgery that a reviewer should see. */
function patch(kind: DrawingName["kind"], paper: Paper): string {
  const [x, y] = birthdateAt[kind] ?? [0, 0];
  const forged = `01/01/${Number(paper.birthdate.slice(0, 4)) - 9}`;
  return `<rect x="${x - 6}" y="${y - 23}" width="174" height="31" fill="#fff"/>${textAt(x, y, forged, { size: 23, weight: 700, family: "mono" })}`;
}

function flatCard(name: DrawingName, paper: Paper): string {
  switch (name.kind) {
    case "licence-front":
      return licenceFront(paper, name.person);
    case "licence-back":
      return licenceBack(paper, name.person);
    case "id-card-front":
      return cardFront("id-card", paper, name.person);
    case "id-card-back":
      return cardBack("id-card", paper, name.person);
    case "permit-front":
      return cardFront("permit", paper, name.person);
    case "permit-back":
      return cardBack("permit", paper, name.person);
    default:
      return passportPage(paper, name.person);
  }
}

/** A whole SVG document for a parsed file name and what is printed on that person's papers. */
export function draw(name: DrawingName, printed: Printed): string {
  const { kind, person, variant } = name;
  const paper = paperOf(printed, name.today, variant === "expired");
  const shot = `${kind}:${person}:${variant}`;
  switch (kind) {
    case "portrait":
      return svg(400, 500, snapshot(cutPortrait(paper), variant, shot, 400, 500));
    case "selfie-left":
    case "selfie-center":
    case "selfie-right": {
      const pose = kind === "selfie-left" ? "left" : kind === "selfie-right" ? "right" : "center";
      const look = variant === "covered" || variant === "second-face" ? variant : "plain";
      return svg(selfieWidth, selfieHeight, snapshot(selfiePhoto(paper, person, pose, look), variant, shot, selfieWidth, selfieHeight));
    }
    case "utility-bill":
    case "company-extract": {
      const page = kind === "utility-bill" ? utilityBill(paper, person, variant === "stale") : companyExtract(paper, person);
      return svg(pageWidth, pageHeight, snapshot(page, variant, shot, pageWidth, pageHeight));
    }
    default: {
      const card = flatCard(name, paper) + (variant === "tampered" ? patch(kind, paper) : "");
      return svg(width, height, photograph(card, variant, shot, width, height));
    }
  }
}
