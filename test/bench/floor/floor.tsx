import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

/*
 * What React itself takes to fetch fifty rows, show them, open one and come back: the page that the desk is measured beside. No router, no
 * cache, no library.
 */

type Row = { id: string; cells: string[] };

function Floor() {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [openId, setOpenId] = useState<string>(history.state?.openId);
  useEffect(() => {
    void fetch("/rows.json")
      .then((answer) => answer.json())
      .then(setRows);
    const onPop = () => setOpenId(history.state?.openId);
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);
  const open = (id: string) => {
    history.pushState({ openId: id }, "");
    setOpenId(id);
  };
  const shown = rows.find(({ id }) => id === openId);
  if (shown) {
    return (
      <main>
        <h1>{shown.id}</h1>
        <dl>
          {shown.cells.map((cell, index) => (
            <div key={index}>
              <dt>{index}</dt>
              <dd>{cell}</dd>
            </div>
          ))}
        </dl>
      </main>
    );
  }
  return (
    <main>
      <table>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" onClick={() => open(id)}>
                  {id}
                </button>
              </th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Floor />);
