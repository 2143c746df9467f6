import type { FaceTraits } from "./face-traits";

const round = (value: number) => Math.round(value * 10) / 10;

/** Hair, as the part behind the head and the part in front of it. `cx` is the middle of the head. */
export function hairOf(face: FaceTraits, cx: number): { behind: string; front: string } {
  const { head, hairColour: colour } = face;
  const left = round(cx - head);
  const right = round(cx + head);
  const fill = `fill="${colour}"`;
  const crown = (depth: number, part: number) =>
    `<path ${fill} d="M${left - 5} 222C${left - 16} 70 ${right + 16} 70 ${right + 5} 222C${right - 3} 196 ${right - 12} ${depth + 14} ${round(cx + part)} ${depth}C${round(cx + part - 40)} ${depth + 22} ${left + 16} ${depth + 18} ${left - 5} 222Z"/>`;
  switch (face.hair) {
    case "short":
      return { behind: "", front: crown(150, 34) };
    case "side":
      return {
        behind: "",
        front: `${crown(148, -46)}<path ${fill} d="M${round(cx - 52)} 150C${round(cx - 10)} 96 ${right} 96 ${right + 6} 190C${right - 6} 168 ${round(cx + 20)} 176 ${round(cx - 52)} 150Z"/>`,
      };
    case "buzz":
      return {
        behind: "",
        front: `<path ${fill} opacity=".72" d="M${left - 1} 208C${left - 8} 80 ${right + 8} 80 ${right + 1} 208C${right - 8} 166 ${right - 30} 146 ${cx} 144C${left + 30} 146 ${left + 8} 166 ${left + 1} 208Z"/>`,
      };
    case "bald":
      return {
        behind: "",
        front: `<path ${fill} d="M${left - 6} 236C${left - 12} 200 ${left - 4} 168 ${left + 14} 158C${left + 6} 190 ${left + 6} 210 ${left - 6} 236ZM${right + 6} 236C${right + 12} 200 ${right + 4} 168 ${right - 14} 158C${right - 6} 190 ${right - 6} 210 ${right + 6} 236Z"/><ellipse cx="${cx + 28}" cy="136" rx="34" ry="13" fill="#fff" opacity=".22" transform="rotate(16 ${cx + 28} 136)"/>`,
      };
    case "curly": {
      const curls = Array.from({ length: 11 }, (_, index) => {
        const angle = Math.PI * (1 + index / 10);
        return `<circle cx="${round(cx + Math.cos(angle) * (head - 4))}" cy="${round(182 + Math.sin(angle) * 68)}" r="${26 + (index % 3) * 5}"/>`;
      }).join("");
      return { behind: "", front: `<g ${fill}>${curls}<ellipse cx="${cx}" cy="128" rx="${head - 16}" ry="30"/></g>` };
    }
    case "afro":
      return { behind: `<ellipse ${fill} cx="${cx}" cy="178" rx="${head + 52}" ry="118"/>`, front: crown(146, 4) };
    case "long":
      return {
        behind: `<path ${fill} d="M${left - 20} 250C${left - 36} 70 ${right + 36} 70 ${right + 20} 250C${right + 26} 330 ${right + 22} 400 ${right + 26} 446L${left - 26} 446C${left - 22} 400 ${left - 26} 330 ${left - 20} 250Z"/>`,
        front: crown(142, -6),
      };
    case "bob":
      return {
        behind: `<path ${fill} d="M${left - 18} 230C${left - 34} 70 ${right + 34} 70 ${right + 18} 230C${right + 26} 300 ${right + 20} 330 ${right + 4} 346L${left - 4} 346C${left - 20} 330 ${left - 26} 300 ${left - 18} 230Z"/>`,
        front: `<path ${fill} d="M${left - 8} 236C${left - 20} 64 ${right + 20} 64 ${right + 8} 236C${right} 206 ${right - 6} 186 ${right - 12} 172C${cx + 30} 184 ${cx - 30} 184 ${left + 12} 172C${left + 6} 186 ${left} 206 ${left - 8} 236Z"/>`,
      };
    case "bun":
      return {
        behind: `<circle ${fill} cx="${cx + 6}" cy="88" r="40"/>`,
        front: `${crown(146, 18)}<path d="M${cx - 22} 108q26 -14 56 2" stroke="#fff" stroke-opacity=".18" stroke-width="4" fill="none"/>`,
      };
    case "waves":
      return {
        behind: `<path ${fill} d="M${left - 16} 230C${left - 40} 66 ${right + 40} 66 ${right + 16} 230C${right + 40} 270 ${right + 6} 300 ${right + 34} 340C${right + 50} 380 ${right + 8} 400 ${right + 12} 430L${left - 12} 430C${left - 8} 400 ${left - 50} 380 ${left - 34} 340C${left - 6} 300 ${left - 40} 270 ${left - 16} 230Z"/>`,
        front: crown(140, 40),
      };
    case "scarf":
      return {
        behind: `<path fill="${face.scarf}" d="M${left - 26} 250C${left - 44} 60 ${right + 44} 60 ${right + 26} 250C${right + 40} 360 ${right + 60} 410 ${right + 70} 460L${left - 70} 460C${left - 60} 410 ${left - 40} 360 ${left - 26} 250Z"/>`,
        front: `<path fill="${face.scarf}" fill-rule="evenodd" d="M${left - 22} 250C${left - 36} 72 ${right + 36} 72 ${right + 22} 250C${right + 20} 340 ${cx + 60} 404 ${cx} 410C${cx - 60} 404 ${left - 20} 340 ${left - 22} 250ZM${left + 8} 240C${left + 10} 320 ${cx - 44} 352 ${cx} 356C${cx + 44} 352 ${right - 10} 320 ${right - 8} 240C${right - 4} 130 ${left + 4} 130 ${left + 8} 240Z"/><path d="M${left - 6} 330C${cx - 40} 400 ${cx + 60} 404 ${right + 10} 340" stroke="#000" stroke-opacity=".14" stroke-width="5" fill="none"/>`,
      };
  }
}
