// The words of Streamlit and Vega that have no setting, in Dutch. It changes texts and names, never the page's structure,
// and leaves alone what people wrote. Keep it short: a word belongs here only when no option of Streamlit avoids it.
"use strict";
(() => {
  const WORDS = new Map([
    ["Skip to main content", "Naar de inhoud"],
    ["Main menu", "Menu van dit scherm"],
    ["App pages", "Pagina's"],
    ["Sidebar", "Zijbalk"],
    ["Expand sidebar", "Open de zijbalk"],
    ["Collapse sidebar", "Sluit de zijbalk"],
    ["Navigate to home page", "Naar de startpagina"],
    ["Notifications", "Meldingen"],
    ["Running...", "Bezig..."],
    ["Stop", "Stop"],
    ["Connecting", "Verbinden"],
    ["Connecting to Streamlit server", "Verbinden met het dashboard"],
    ["Unable to connect to Streamlit server", "Geen verbinding met het dashboard"],
    ["Please wait...", "Een moment..."],
    ["Close", "Sluiten"],
    ["Cancel", "Annuleren"],
    ["Copy", "Kopieer"],
    ["Copied!", "Gekopieerd!"],
    ["Copy to clipboard", "Kopieer"],
    ["Copy version to clipboard", "Kopieer de versie"],
    ["Theme", "Kleuren"],
    ["System", "Zoals uw apparaat"],
    ["Light", "Licht"],
    ["Dark", "Donker"],
    ["Print", "Afdrukken"],
    ["Rerun", "Vernieuwen"],
    ["Record screen", "Scherm opnemen"],
    ["Record a screencast", "Scherm opnemen"],
    ["Stop recording", "Stop met opnemen"],
    ["Also record audio", "Ook geluid opnemen"],
    ["Start recording!", "Begin met opnemen"],
    ["Next steps", "Hoe nu verder"],
    ["Step 1", "Stap 1"],
    ["Step 2", "Stap 2"],
    ["Preview your video below:", "Bekijk uw opname:"],
    ["Save video to disk", "Bewaar de opname"],
    ["View less", "Toon minder"],
    ["Show data", "Toon de cijfers"],
    ["Show chart", "Toon de grafiek"],
    ["Download as PNG", "Bewaar als plaatje"],
    ["Download as CSV", "Bewaar als CSV"],
    ["Copy Vega-Lite spec", "Kopieer de opbouw van de grafiek"],
    ["Link to heading", "Link naar deze kop"],
    ["Fullscreen", "Volledig scherm"],
    ["Close fullscreen", "Sluit volledig scherm"],
    ["No results", "Niets gevonden"],
    ["Choose an option", "Maak een keuze"],
    ["Choose options", "Maak een keuze"],
    ["Upload", "Kies een bestand"],
    ["file upload", "bestand kiezen"],
    ["Add files", "Ander bestand"],
    ["200MB per file", "Hoogstens 200 MB"],
    ["Drag and drop file here", "Of sleep het hierheen"],
    ["Drop file here", "Laat het bestand hier los"],
    ["Clear value", "Maak leeg"],
    ["Clear all", "Maak leeg"],
    ["Select all", "Kies alles"],
    ["Page not found", "Deze pagina is er niet"],
    ["Connection error", "Geen verbinding"],
    ["Connection timed out.", "Het dashboard antwoordt niet."],
    ["Unknown error", "Onbekende fout"],
    ["Unknown Error", "Onbekende fout"],
    ["Try again", "Probeer opnieuw"],
    ["streamlit run yourscript.py", "make run"],
    [
      "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:",
      "Draait het dashboard nog? Is het gestopt, start het dan opnieuw:",
    ],
    [
      "Streamlit server is not responding. Are you connected to the internet?",
      "Het dashboard antwoordt niet. Heeft u verbinding met internet?",
    ],
    ["visualization", "grafiek"],
    ["axis", "as"],
    ["legend", "legenda"],
    ["title", "titel"],
    ["symbol", "teken"],
    ["group mark container", "groep"],
    ["line mark container", "lijn"],
    ["area mark container", "vlak"],
    ["rule mark container", "streep"],
    ["symbol mark container", "punten"],
    ["text mark container", "teksten"],
    ["shape mark container", "vormen"],
    ["rect mark container", "rechthoeken"],
    ["circle", "punt"],
    ["point", "punt"],
    ["line mark", "lijn"],
    ["area mark", "vlak"],
    ["rule mark", "streep"],
    ["text mark", "tekst"],
    ["geoshape", "gebied"],
  ]);

  const PATTERNS = [
    [/^Made with Streamlit v(.*)$/, "Gemaakt met Streamlit $1"],
    [/^1 option available\.$/, "1 keuze."],
    [/^(\d+) options available\.$/, "$1 keuzes."],
    [/^([\s\S]+), selected$/, "$1, gekozen"],
    [/^Select (\d+) matches$/, "Kies alle $1"],
    [/^View (\d+) more$/, "Toon er nog $1"],
    [/^(\d+) more$/, "Nog $1"],
    [/^You have requested page \/?(.*), but no .*$/, "De pagina $1 is er niet. Dit is de startpagina."],
    [/^The page that you have requested does not seem to exist.*$/, "Deze pagina is er niet. Dit is de startpagina."],
    [/^Connection failed with status (.*)$/, "Het dashboard antwoordt niet (code $1)"],
    [/^Remove (.+\.\w{2,8})$/, "Haal $1 weg"],
    [/^Title text '([\s\S]*)'$/, "Titel: $1"],
  ];

  // What Vega says of an axis or a legend: "X-axis titled 'jaar' for a time scale with values from 2015 to 2024".
  const SCALE = /^(X-axis|Y-axis|.*legend)( titled '[\s\S]*?')? for (.+?) with ([\s\S]*)$/i;

  function scale(found) {
    const what = /^x/i.test(found[1]) ? "Horizontale as" : /^y/i.test(found[1]) ? "Verticale as" : "Legenda";
    const values = found[4]
      .replace(/^values? from ([\s\S]*?) to ([\s\S]*)$/, "van $1 tot $2")
      .replace(/^(\d+) values?: /, "$1 waarden: ")
      .replace(/^(\d+) boundar(?:y|ies): /, "$1 grenzen: ")
      .replace(/^(one|two|three) (?:value|boundary|boundaries)s?: /, "")
      .replace(/, ending with /, ", tot en met ");
    return `${what}${(found[2] || "").replace(" titled", "")}, ${values}`;
  }

  function dutch(text) {
    const bare = text.trim();
    if (!bare || bare.length > 400) return text;
    const word = WORDS.get(bare);
    if (word !== undefined) return text.replace(bare, () => word);
    const colon = bare.indexOf(": ");
    // A button of a chart says what it does and for which chart: "Show data: Eenzaamheid in Elsrijk".
    if (colon > 0 && WORDS.has(bare.slice(0, colon))) return WORDS.get(bare.slice(0, colon)) + bare.slice(colon);
    for (const [pattern, replacement] of PATTERNS) if (pattern.test(bare)) return bare.replace(pattern, replacement);
    const found = SCALE.exec(bare);
    return found ? scale(found) : text;
  }

  const ATTRIBUTES = ["aria-label", "title", "aria-roledescription", "alt", "placeholder"];
  const WRITTEN_BY_PEOPLE = ".stHtml, .stMarkdown, .stTable, .stText, textarea, input, script, style";

  function isOurs(element) {
    return !!element && !element.closest('[role="dialog"]') && !!element.closest(WRITTEN_BY_PEOPLE);
  }

  function translateText(node) {
    if (isOurs(node.parentElement)) return;
    const text = dutch(node.data);
    if (text !== node.data) node.data = text;
  }

  function translateAttributes(element) {
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value === null) continue;
      const text = dutch(value);
      if (text !== value) element.setAttribute(name, text);
    }
  }

  function translate(node) {
    if (node.nodeType === Node.TEXT_NODE) return translateText(node);
    if (node.nodeType !== Node.ELEMENT_NODE || isOurs(node)) return;
    translateAttributes(node);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (inner) =>
      inner.nodeType === Node.ELEMENT_NODE && isOurs(inner) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      const inner = walker.currentNode;
      if (inner.nodeType === Node.TEXT_NODE) translateText(inner);
      else translateAttributes(inner);
    }
  }

  // In the side bar a section of the menu stands between a list and its items: to a screen reader it is one item.
  const SECTION = '[data-testid="stSidebarNavItems"] > div';

  function nameSections() {
    for (const section of document.querySelectorAll(`${SECTION}:not([role])`)) section.setAttribute("role", "listitem");
    for (const item of document.querySelectorAll(`${SECTION} > li:not([role])`)) item.setAttribute("role", "presentation");
  }

  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else if (change.type === "characterData") translateText(change.target);
      else if (!isOurs(change.target)) translateAttributes(change.target);
    }
    nameSections();
  });

  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  translate(document.documentElement);
  nameSections();
})();
