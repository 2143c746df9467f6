import { describe, expect, it } from "vitest";
import { holdsDay } from "./days";

describe("a day", () => {
  it.each([
    "12-Apr-94",
    "12/Apr/1994",
    "1994-Apr-12",
    "1994 Apr 12",
    "12_04_1994",
    "1994_04_12",
    "12\\04\\1994",
    "12·04·1994",
    "4-12-1994",
    "12th of April 1994",
    "the 12th of April, 1994",
    "12 de abril de 1994",
    "12. März 1994",
    "12-апреля-1994",
    "12 απριλίου 1994",
    "平成6年4月12日",
    "令和 元年 5月 1日",
    "1994년 4월 12일",
    "１９９４／０４／１２",
    "DOB 12041994",
    "dob:940412",
    "d.o.b. 19940412",
    "born on 12041994",
    "birth_date=19940412",
    "Geb. 12041994",
    "née 12041994",
  ])("is seen in %j", (text) => {
    expect(holdsDay(text)).toBe(true);
  });

  it.each([
    "19940412",
    "12041994",
    "940412",
    "cus-12041994",
    "usr_12_04_1994x",
    "2024-04-12-77",
    "cus-1994-04-12",
    "a12-Apr-94",
    "12-32-1994",
    "13\\13\\1994",
    "12-abc-1994",
    "adobe 12041994",
    "stillborn1 12041994",
    "12-日本-1994",
    "dob 1204199",
    "12-Apr-9",
  ])("is not seen in %j, which may be an ID", (text) => {
    expect(holdsDay(text)).toBe(false);
  });
});
