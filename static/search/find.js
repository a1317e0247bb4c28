// The search box. What is typed stays in this page: it is in no address, no storage and no request.
// Only the parts of the index that hold such words are fetched, by names that are the same for everybody.
// All words said to readers stand in the page, on the form.
(() => {
  const form = document.getElementById("find");
  const [told, nothing, list, more] = ["told", "nothing", "found", "more"].map((id) => document.getElementById(id));
  const say = form.dataset;
  const groups = JSON.parse(say.words);
  const AT_ONCE = 10;
  const WIDEST = 6;
  let engine;
  let turn = 0;
  let waiting = [];

  const load = async () => {
    const made = await import("../search/pagefind/pagefind.js");
    // What a page is called and what it is count for more than how often it says a word.
    const ranking = { termFrequency: 0.3, pageLength: 0.3, metaWeights: { title: 10, found: 20 } };
    await made.options({ noWorker: true, ranking });
    return made;
  };

  const said = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const plain = (words) => words.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  const inner = (words) => ` ${plain(words)} `;

  // The same query with other words for the same thing, from the words the site explains.
  const wider = (query) => {
    const found = new Set();
    for (const group of groups) {
      const held = group.filter((words) => inner(query).includes(inner(words)));
      const longest = held.sort((one, other) => other.length - one.length)[0];
      for (const words of longest ? group : []) {
        if (!inner(longest).includes(inner(words))) found.add(inner(query).replace(inner(longest), ` ${words} `).trim());
      }
    }
    return [...found].slice(0, WIDEST);
  };

  const add = (parent, name, words, kind) => {
    const element = parent.appendChild(document.createElement(name));
    element.append(words);
    if (kind) element.className = kind;
    return element;
  };

  // Pagefind marks words with <mark> and writes < and > of the text as &lt; and &gt;. Here all of it is text.
  const excerpt = (parent, marked) => {
    const line = add(parent, "p", "");
    marked.split(/<\/?mark>/).forEach((part, at) => {
      const words = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      if (at % 2) add(line, "mark", words);
      else line.append(words);
    });
  };

  const show = async (now) => {
    const pages = await Promise.all(waiting.splice(0, AT_ONCE).map((result) => result.data()));
    if (now !== turn) return null;
    const rows = pages.map((page) => {
      const row = add(list, "li", "");
      const [kind, ...standing] = page.meta.found.split("|");
      const link = add(add(row, "p", "", "title"), "a", page.meta.title);
      link.href = `..${page.raw_url}`;
      add(row, "p", kind, "label");
      if (standing.length) add(row, "p", standing.join(" · "));
      excerpt(row, page.excerpt);
      return link;
    });
    more.hidden = !waiting.length;
    return rows[0];
  };

  const search = async (query, now) => {
    engine ??= load();
    const made = await engine;
    const others = wider(query);
    const answers = await Promise.all([query, ...others].map((words) => made.search(words)));
    if (now !== turn) return;
    const results = new Map(answers.flatMap((answer) => answer.results).reverse().map((one) => [one.id, one]));
    const order = [...new Set(answers.flatMap((answer) => answer.results.map((one) => one.id)))];
    waiting = order.map((id) => results.get(id));
    const values = { n: waiting.length, words: query };
    const sentence = waiting.length ? say.found : say.none;
    const also = others.length ? ` ${said(say.wider, { words: others.join("; ") })}` : "";
    nothing.hidden = waiting.length > 0;
    await show(now);
    if (now === turn) told.textContent = said(sentence, values) + also;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const query = form.elements.box.value.trim();
    const now = ++turn;
    waiting = [];
    list.replaceChildren();
    more.hidden = true;
    nothing.hidden = true;
    told.textContent = query ? say.busy : say.empty;
    try {
      if (query) await search(query, now);
    } catch {
      (await engine?.catch(() => null))?.destroy(); // else it remembers the fault
      engine = undefined;
      if (now === turn) told.textContent = say.failed;
    }
  });
  more.addEventListener("click", async () => (await show(turn))?.focus());
  form.hidden = false;
})();
