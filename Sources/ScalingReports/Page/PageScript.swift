/// The scripts of pages. They add to what is there: without them nothing is missing.
enum PageScript {
  /// Columns that sort, tables that copy, and one scale of a figure at a time.
  static let conveniences = """
    (() => {
      const number = text => {
        const found = text.replace(/,/g, "").replace(/\\u2212/g, "-").match(/^[^\\d.+-]*([+-]?[\\d.]+(?:e[+-]?\\d+)?)/i);
        return found ? parseFloat(found[1]) : NaN;
      };
      const sort = (header, column) => {
        const body = header.closest("table").tBodies[0];
        const rows = [...body.rows];
        const falls = header.ariaSort === "ascending";
        for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
        header.setAttribute("aria-sort", falls ? "descending" : "ascending");
        const texts = rows.map(row => row.cells[column].textContent.trim());
        const isRight = header.classList.contains("right");
        const keys = texts.map(text => isRight ? number(text) : text);
        const isEmpty = key => isRight ? isNaN(key) : key === "" || key === "\\u2013";
        const order = rows.map((_, index) => index).sort((a, b) => {
          if (isEmpty(keys[a]) || isEmpty(keys[b])) return isEmpty(keys[a]) - isEmpty(keys[b]) || a - b;
          const by = isRight ? keys[a] - keys[b] : keys[a].localeCompare(keys[b], "en", {numeric: true});
          return (falls ? -by : by) || a - b;
        });
        body.append(...order.map(index => rows[index]));
      };
      const button = (text, action) => {
        const made = document.createElement("button");
        made.type = "button";
        made.textContent = text;
        made.addEventListener("click", () => action(made));
        return made;
      };
      const copy = async (table, made) => {
        const lines = [...table.rows].map(row => [...row.cells].map(cell => cell.textContent.trim()).join("\\t"));
        try {
          await navigator.clipboard.writeText(lines.join("\\n"));
          made.textContent = "Copied";
        } catch {
          getSelection().selectAllChildren(table);
          made.textContent = "Selected: copy it";
        }
      };
      for (const table of document.querySelectorAll("main table")) {
        for (const [column, header] of [...table.tHead.rows[0].cells].entries()) {
          if (!header.textContent.trim() || table.tBodies[0].rows.length < 2) continue;
          const made = button("", () => sort(header, column));
          made.append(...header.childNodes);
          header.append(made);
        }
        const made = button("Copy", made => copy(table, made));
        made.className = "copy";
        made.setAttribute("aria-live", "polite");
        if (table.caption) table.caption.append(made);
      }
      for (const lens of document.querySelectorAll(".lens")) {
        const choice = lens.querySelector("fieldset");
        const show = () => {
          const scale = choice.querySelector(":checked").value;
          for (const figure of lens.querySelectorAll("figure")) figure.hidden = figure.dataset.scale !== scale;
        };
        choice.hidden = false;
        choice.addEventListener("change", show);
        show();
      }
    })();
    """

  /// Asks every second whether there is a newer version.
  static let renewal = """
    setInterval(async () => {
      try {
        const answer = await fetch("/version", {cache: "no-store"});
        if (answer.ok && await answer.text() !== document.documentElement.dataset.version) location.reload();
      } catch {}
    }, 1000);
    """
}
