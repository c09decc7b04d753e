// The script of the preview: loads the page again when its files changed, and shows what is wrong in a panel.
// It makes no markup from text: every word goes in as text.
(() => {
  "use strict";
  const own = document.currentScript.dataset.editie;
  // A page of our own stands in for one that cannot be made.
  const isEmpty = "leeg" in document.documentElement.dataset;
  const place = "/__voorbeeld/";
  let news;
  let asked = 0;

  // Browsers allow a server six lasting connections: a tab that nobody sees gives its own back.
  const listen = () => {
    news?.close();
    news = undefined;
    if (document.hidden) return;
    news = new EventSource(place + "stand");
    news.addEventListener("stand", (event) => {
      const { editie } = JSON.parse(event.data);
      if (editie && editie !== own) location.reload();
      else refresh();
    });
  };

  const ask = async (what) => (await fetch(place + what, { cache: "no-store" })).json();

  const refresh = async () => {
    const turn = ++asked;
    try {
      const { fouten } = await ask("fouten");
      if (turn !== asked) return;
      if (fouten.length) return show({ fouten });
      show({ fouten });
      if (isEmpty) return;
      // Checking is work: somebody who saves again at once must not wait for it.
      await new Promise((done) => setTimeout(done, 500));
      if (turn !== asked) return;
      const { bevindingen } = await ask("bevindingen?pagina=" + encodeURIComponent(location.pathname));
      if (turn === asked) show({ fouten, bevindingen });
    } catch {
      // The preview was stopped: the page stays as it is, and the browser goes on trying.
    }
  };

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside);
    return element;
  };

  // Words between backticks are what somebody types or reads in a file.
  const words = (text) =>
    text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));

  const line = ({ regelnummer, voor, gemerkt, na, bijschrift }) => {
    const code = make("code", {}, voor, make("mark", {}, gemerkt || " "), na);
    const shown = make("div", { class: "stuk", tabindex: "0", role: "group", "aria-label": `Regel ${regelnummer}` }, code);
    return bijschrift ? [shown, make("p", { class: "bijschrift" }, ...words(bijschrift))] : [shown];
  };

  const item = ({ ernst, melding, plaats, hulp }) => {
    const box = make("li", {});
    box.append(make("p", {}, make("strong", {}, ernst + ": "), ...words(melding)));
    if (plaats) {
      const { bestand, stuk } = plaats;
      const where = stuk ? `${bestand}, regel ${stuk.regelnummer}, teken ${stuk.kolom}` : bestand;
      box.append(make("p", { class: "plaats" }, where), ...(stuk ? line(stuk) : []));
    }
    if (hulp) box.append(make("p", { class: "hulp" }, make("strong", {}, "Wat u kunt doen: "), ...words(hulp)));
    return box;
  };

  const many = (number, one, more) => `${number} ${number === 1 ? one : more}`;
  const list = (items) => make("ol", {}, ...items.map(item));

  const heading = (text) => make("h2", { id: "kop" }, text);

  const aboutErrors = (fouten) => {
    const after = !isEmpty ? "U ziet nog de laatste goede pagina." : "Er is nog geen goede pagina.";
    const wrong = fouten.filter(({ ernst }) => ernst === "fout").length;
    return [heading(many(wrong, "fout", "fouten") + " in uw bestanden"), make("p", {}, after), list(fouten)];
  };

  const aboutFindings = (bevindingen) => {
    if (!bevindingen) return [make("p", { id: "kop" }, "Voorbeeld: deze pagina wordt nagekeken …")];
    if (!bevindingen.length) return [make("p", { id: "kop" }, "Voorbeeld: niets gevonden op deze pagina")];
    const number = many(bevindingen.length, "bevinding", "bevindingen");
    return [make("details", {}, make("summary", { id: "kop" }, `Voorbeeld: ${number} bij deze pagina`), list(bevindingen))];
  };

  // A root of its own keeps the styles of the page out of the panel, and those of the panel out of the page.
  const host = make("ouderwijzer-voorbeeld");
  const root = host.attachShadow({ mode: "open" });
  const panel = make("section", { "aria-labelledby": "kop" });
  const spoken = make("p", { class: "gesproken", role: "status" });
  root.append(make("link", { rel: "stylesheet", href: place + "voorbeeld.css" }), spoken, panel);
  let before = "";

  const show = ({ fouten, bevindingen }) => {
    const now = JSON.stringify([fouten, bevindingen]);
    if (now === before) return;
    before = now;
    const wasOpen = panel.querySelector("details")?.open;
    panel.classList.toggle("fout", fouten.length > 0);
    panel.replaceChildren(...(fouten.length ? aboutErrors(fouten) : aboutFindings(bevindingen)));
    const details = panel.querySelector("details");
    if (details && wasOpen) details.open = true;
    // Spoken, so that nobody's focus has to move.
    spoken.textContent = fouten.length ? `${panel.querySelector("h2").textContent}: ${fouten[0].melding.replaceAll("`", "")}` : "";
    room();
  };

  // What the panel covers must stay within reach: of the eye, and of the keyboard.
  const room = () => {
    const height = `${Math.ceil(panel.getBoundingClientRect().height)}px`;
    document.documentElement.style.scrollPaddingBottom = height;
    document.body.style.paddingBottom = height;
  };

  const begin = () => {
    document.body.prepend(host);
    new ResizeObserver(room).observe(panel);
    document.addEventListener("visibilitychange", listen);
    listen();
  };
  begin();
})();
