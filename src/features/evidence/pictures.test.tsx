import { describe, expect, it } from "vitest";
import { fileUrl } from "@/features/evidence/file-url";
import { picturePairs } from "@/features/evidence/picture-pairs";
import { pictureSets } from "@/features/evidence/pictures";

const at = (name: string) => `https://files.withpersona.com/${name}?access_token=abc`;
const nothing = { inquiry: {}, verifications: [], documents: [], selfies: [] };

const id = (number: number, status: string, attributes: object) => ({
  id: `ver_${number}`,
  type: "verification/government-id",
  status,
  createdAt: `2026-03-0${number}T09:00:00.000Z`,
  ...attributes,
});

describe("pictureSets", () => {
  it("has the attempt that counts first, whatever came last", () => {
    const verifications = [id(1, "passed", { frontPhotoUrl: at("one.jpg") }), id(2, "failed", { frontPhotoUrl: at("two.jpg") })];
    expect(pictureSets({ ...nothing, verifications }).map(({ source, counts }) => [source, counts])).toEqual([
      ["Government ID, attempt 1", true],
      ["Government ID, attempt 2", false],
    ]);
  });

  it("names front, back and portrait in this order, pages before single addresses", () => {
    const pages = [
      { page: "front", url: at("front.jpg") },
      { page: "back", url: at("back.jpg") },
    ];
    const verification = id(1, "passed", { photoUrls: pages, frontPhotoUrl: at("again.jpg"), selfiePhotoUrl: at("portrait.jpg") });
    const [set] = pictureSets({ ...nothing, verifications: [verification] });
    expect(set?.pictures.map(({ label }) => label)).toEqual(["Front", "Back", "Portrait"]);
  });

  it("shows a file once, though its access token differs from object to object", () => {
    const verifications = [id(1, "passed", { frontPhotoUrl: at("front.jpg") })];
    const documents = [
      {
        id: "doc_1",
        type: "document/government-id",
        frontPhoto: { filename: "front.jpg", url: "https://files.withpersona.com/front.jpg?access_token=other" },
      },
    ];
    expect(pictureSets({ ...nothing, verifications, documents }).map(({ source }) => source)).toEqual(["Government ID"]);
  });

  it("numbers documents of one kind, the oldest first, and says which of them has no back", () => {
    const document = (day: number, more: object = {}) => ({
      id: `doc_${day}`,
      type: "document/government-id",
      idClass: "dl",
      createdAt: `2026-03-0${day}T09:00:00.000Z`,
      frontPhoto: { filename: "front.jpg", url: at(`front-${day}.jpg`) },
      ...more,
    });
    const back = { backPhoto: { filename: "back.jpg", url: at("back.jpg") } };
    const told = (documents: object[]) => pictureSets({ ...nothing, documents }).map(({ source, missing }) => [source, missing]);
    expect(told([document(2), document(1, back)])).toEqual([
      ["Government ID (document 2)", ["back"]],
      ["Government ID (document 1)", []],
    ]);
    expect(told([document(2)])).toEqual([["Government ID (document)", ["back"]]]);
  });

  it("tells videos and papers from pictures", () => {
    const files = [
      { filename: "bill.pdf", url: at("1") },
      { filename: "bill.jpg", url: at("2") },
    ];
    const verifications = [{ id: "ver_1", type: "verification/document", files, videoUrl: at("clip") }];
    expect(pictureSets({ ...nothing, verifications })[0]?.pictures.map(({ media }) => media)).toEqual(["file", "image", "video"]);
  });

  it("reads kinds nobody has documented and fields that hold a file", () => {
    const verifications = [{ id: "ver_1", type: "verification/of-tomorrow", photos: [{ url: at("x.jpg") }] }];
    const inquiry = { fields: { "proof-of-income": { type: "file", value: { filename: "slip.png", url: at("slip.png") } } } };
    expect(pictureSets({ ...nothing, inquiry, verifications }).map(({ source }) => source)).toEqual([
      "Of tomorrow",
      "Fields of the inquiry",
    ]);
  });

  it.each([[null], ["none"], [[null, 3, {}]], [{ url: 7 }]])("finds nothing in photoUrls %j and does not stumble", (photoUrls) => {
    expect(pictureSets({ ...nothing, verifications: [id(1, "passed", { photoUrls })] })).toEqual([]);
  });
});

describe("picturePairs", () => {
  it("offers what there are two pictures for", () => {
    const selfie = { id: "ver_9", type: "verification/selfie", centerPhotoUrl: at("center.jpg") };
    const passport = id(1, "passed", { frontPhotoUrl: at("front.jpg"), selfiePhotoUrl: at("portrait.jpg") });
    const pairs = picturePairs(pictureSets({ ...nothing, verifications: [passport, selfie] }));
    expect(pairs.map(({ label, left, right }) => [label, left.label, right.label])).toEqual([
      ["Portrait and selfie", "Portrait", "Center"],
    ]);
  });

  it("offers the attempt before beside the one that counts", () => {
    const verifications = [1, 2, 3].map((number) => id(number, "failed", { frontPhotoUrl: at(`${number}.jpg`) }));
    const [pair] = picturePairs(pictureSets({ ...nothing, verifications }));
    expect([pair?.left.source, pair?.right.source]).toEqual(["Government ID, attempt 2", "Government ID, attempt 3"]);
  });
});

describe("fileUrl", () => {
  it.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>1</script>",
    "http://files.example.com/a.jpg",
    "vbscript:x",
    "https://",

    null,
    7,
    "a".repeat(5_000_000),
  ])("refuses %.60j", (value) => {
    expect(fileUrl(value)).toBeUndefined();
  });

  it.each([at("front.jpg"), "blob:http://localhost/1", "data:image/png;base64,AAAA", "http://localhost/files/front.svg"])(
    "takes %s",
    (value) => {
      expect(fileUrl(value)).toBe(value);
    },
  );
});
