// A form that keeps itself on this device. What somebody types stands in the browser's storage until it was sent or a
// day has passed: a reload, a lost connection or signing in again loses nothing. The server keeps no draft.
//
// The words and the fields come from Python (`data`); what people typed is only ever set as text, never as HTML.

import { element, mounted, newToken, randomNumbers, storage } from "./apparaat.js";

const TEKENS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const WILLEKEURIG = 19;
const GROEP = 4;
const WACHTTIJD = 20000;
const GEHEIM = /[#&]uitnodiging=([A-Za-z0-9_-]{20,80})/;

export default mounted((parent) => new Form(parent));

// The code is one of monitor/domain/vertelcode.py

function newCode() {
  const signs = Array.from(randomNumbers(WILLEKEURIG), (it) => it % TEKENS.length);
  const total = signs.reduce((sum, sign, place) => sum + (2 * place + 1) * sign, 0);
  const all = [...signs, total % TEKENS.length].map((sign) => TEKENS[sign]).join("");
  return all.match(new RegExp(`.{${GROEP}}`, "g")).join("-");
}

// Words

function paragraphs(text) {
  return (text || "")
    .split("\n\n")
    .filter(Boolean)
    .map((part) => element("p", {}, part));
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

class Form {
  constructor(parent) {
    this.parent = parent;
    this.root = element("div", { class: "tv vertel" });
    parent.append(this.root);
    this.built = "";
    this.busy = null;
    this.number = 0;
    this.asked = null;
    this.marks = {};
    this.errors = {};
    this.listeners = new AbortController();
    const options = { signal: this.listeners.signal };
    window.addEventListener("online", () => this.tellConnection(), options);
    window.addEventListener("offline", () => this.tellConnection(), options);
    window.addEventListener("storage", (event) => this.otherWindow(event), options);
    this.daily = setInterval(() => this.expire(), 60000);
  }

  close() {
    this.listeners.abort();
    clearInterval(this.daily);
    clearTimeout(this.waiting);
    this.root.remove();
  }

  // What Python says

  receive(component, data) {
    this.component = component;
    this.data = data;
    this.words = data.woorden;
    this.exchangeInvitation();
    if (data.klaar) {
      this.finish(data.klaar);
      return;
    }
    const shape = JSON.stringify([data.sleutel, data.stappen, data.woorden]);
    if (shape !== this.built) {
      this.built = shape;
      this.restore();
      this.build();
    }
    const answer = data.antwoord;
    if (answer && answer.nummer === this.busy) this.answered(answer);
  }

  finish(token) {
    if (this.shown === token) return;
    this.shown = token;
    const kept = storage.get(this.data.sleutel);
    if (!kept || kept.token === token) storage.remove(this.data.sleutel);
    this.settle();
    this.built = "";
    this.root.replaceChildren();
    const heading = document.querySelector("[data-bewijs]");
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
    // Who leaves the page leaves this behind: the next one at this device must not find the code.
    this.component.setStateValue("gezien", token);
  }

  answered(answer) {
    const next = this.next;
    this.settle();
    if (answer.vondsten) {
      this.marks = answer.vondsten;
      this.asked = this.sending;
    }
    this.errors = {};
    for (const { veld, melding } of answer.problemen || [])
      (this.errors[this.field(veld) ? veld : ""] ||= []).push(melding);
    this.showErrors(!next);
    this.showReadback();
    if (next) this.ask("verstuur");
  }

  settle() {
    this.busy = null;
    this.next = false;
    clearTimeout(this.waiting);
    if (this.send) this.send.removeAttribute("aria-disabled");
    if (this.status) this.status.textContent = "";
  }

  ask(soort) {
    if (this.busy !== null) {
      // Sending waits for the check that is on its way; a second click on sending is no second click.
      this.next = this.asking === "nakijken" && soort === "verstuur";
      if (this.next) this.status.textContent = this.words.bezig;
      return;
    }
    this.asking = soort;
    if (!navigator.onLine) {
      this.tellConnection();
      return;
    }
    this.number = Math.max(this.number + 1, Date.now());
    this.busy = this.number;
    this.sending = { ...this.values };
    if (this.send) this.send.setAttribute("aria-disabled", "true");
    this.status.textContent = soort === "verstuur" ? this.words.bezig : this.words.kijkt_na;
    this.waiting = setTimeout(() => {
      this.settle();
      this.status.textContent = this.words.geen_antwoord;
    }, WACHTTIJD);
    this.component.setTriggerValue("vraag", {
      nummer: this.number,
      soort,
      token: this.token,
      code: this.code,
      velden: this.sent(),
    });
  }

  sent() {
    const shown = this.fields().filter((it) => this.applies(it));
    return Object.fromEntries(shown.map((it) => [it.naam, this.values[it.naam]]));
  }

  // The invitation: its secret leaves the address at once

  exchangeInvitation() {
    const key = `${this.data.sleutel}/uitnodiging`;
    const found = GEHEIM.exec(location.hash);
    if (found) {
      storage.set(key, found[1]);
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    const secret = found ? found[1] : storage.get(key);
    if (this.data.uitnodiging === "vergeten") storage.remove(key);
    else if (secret && !this.data.uitnodiging && this.told !== secret) {
      this.told = secret;
      this.component.setTriggerValue("uitnodiging", secret);
    }
  }

  // The draft

  restore() {
    const kept = storage.get(this.data.sleutel);
    const fresh = kept && Date.now() - kept.op < this.data.uren * 3600000;
    if (kept && !fresh) storage.remove(this.data.sleutel);
    this.token = fresh ? kept.token : newToken();
    this.code = fresh ? kept.code : newCode();
    this.step = fresh ? Math.min(kept.stap || 0, this.data.stappen.length - 1) : 0;
    this.restored = Boolean(fresh);
    this.values = {};
    for (const it of this.fields()) {
      const old = fresh ? kept.velden[it.naam] : undefined;
      const empty = it.soort === "meer" ? [] : "";
      const known = typeof old === typeof empty && Array.isArray(old) === Array.isArray(empty);
      this.values[it.naam] = known ? old : (it.begin ?? empty);
    }
  }

  keep() {
    const kept = storage.set(this.data.sleutel, {
      token: this.token,
      code: this.code,
      op: Date.now(),
      stap: this.step,
      velden: this.values,
    });
    this.kept.textContent = kept ? this.words.bewaard : this.words.niet_bewaard;
  }

  expire() {
    const kept = storage.get(this.data.sleutel);
    if (kept && Date.now() - kept.op >= this.data.uren * 3600000) this.empty("");
  }

  empty(sentence) {
    storage.remove(this.data.sleutel);
    this.marks = {};
    this.errors = {};
    this.restore();
    this.build();
    this.status.textContent = sentence;
    this.goTo(0);
  }

  otherWindow(event) {
    if (!this.data || this.data.klaar || event.key !== this.data.sleutel) return;
    if (event.newValue === null) {
      this.restore();
      this.build();
      this.status.textContent = this.words.ander_venster;
    } else if (!this.root.contains(document.activeElement)) {
      this.restore();
      this.build();
    }
  }

  tellConnection() {
    if (this.status && this.busy === null) this.status.textContent = navigator.onLine ? "" : this.words.offline;
  }

  // The fields

  fields() {
    return this.data.stappen.flatMap((it) => it.velden);
  }

  field(name) {
    return this.fields().find((it) => it.naam === name);
  }

  applies(field) {
    if (!field.als) return true;
    const value = this.values[field.als.veld];
    return field.als.in.some((it) => (Array.isArray(value) ? value.includes(it) : value === it));
  }

  id(name, more = "") {
    return `vertel-${name}${more}`;
  }

  change(name, value) {
    this.values[name] = value;
    this.keep();
    this.showConditional();
    if (this.errors[name]) {
      delete this.errors[name];
      this.showErrors(false);
    }
  }

  build() {
    this.blocks = {};
    this.summary = element("div", { class: "fouten", role: "alert", tabindex: "-1", hidden: true });
    this.status = element("p", { class: "toestand", role: "status" });
    this.kept = element("p", { class: "bewaard zacht klein", "aria-live": "off" });
    this.steps = this.data.stappen.map((it, number) => this.buildStep(it, number));
    this.root.replaceChildren(
      this.restored ? this.buildRestored() : element("div", { hidden: true }),
      this.summary,
      ...this.steps,
      this.status,
      element("div", { class: "onderaan" }, this.kept, this.buildStop()),
    );
    this.showStep();
    this.showConditional();
    this.showErrors(false);
    this.tellConnection();
    if (this.step === this.steps.length - 1) this.ask("nakijken");
  }

  buildRestored() {
    return element(
      "div",
      { class: "hersteld", role: "status" },
      element("p", {}, this.words.hersteld),
      element("button", { type: "button", class: "knop licht", onclick: () => this.confirmStop() }, this.words.opnieuw),
    );
  }

  buildStop() {
    return element(
      "button",
      { type: "button", class: "knop licht", onclick: () => this.confirmStop() },
      this.words.stoppen,
    );
  }

  confirmStop() {
    if (window.confirm(this.words.zeker)) this.empty(this.words.gewist);
  }

  buildStep(step, number) {
    const last = number === this.data.stappen.length - 1;
    const heading = element(
      "h2",
      { tabindex: "-1" },
      element("span", { class: "voortgang" }, fill(this.words.stap, { nummer: number + 1, van: this.data.stappen.length })),
      " ",
      step.titel,
    );
    const content = [heading, ...paragraphs(step.inleiding), ...step.velden.map((it) => this.buildField(it))];
    if (last) {
      this.readback = element("div", { class: "teruglezen" });
      const at = step.velden.findIndex((it) => it.naam === step.teruglezen_voor);
      content.splice(content.length - step.velden.length + at, 0, this.readback);
    }
    content.push(this.buildButtons(number, last));
    return element("section", { class: "stap", "aria-label": step.titel }, ...content);
  }

  buildButtons(number, last) {
    const back =
      number > 0 &&
      element("button", { type: "button", class: "knop", onclick: () => this.goTo(number - 1) }, this.words.terug);
    const forward = element(
      "button",
      { type: "button", class: "knop vol", onclick: () => (last ? this.submit() : this.goTo(number + 1)) },
      last ? this.words.verstuur : this.words.verder,
    );
    if (last) this.send = forward;
    return element("div", { class: "knoppen" }, ...(back ? [back] : []), forward);
  }

  submit() {
    this.keep();
    this.ask("verstuur");
  }

  buildField(field) {
    const builders = { kort: "buildText", lang: "buildText", citaat: "buildQuote", lijst: "buildList" };
    const block = field.soort in builders ? this[builders[field.soort]](field) : this.buildChoice(field);
    this.blocks[field.naam] = block;
    return block;
  }

  help(field) {
    return field.uitleg ? element("p", { class: "uitleg", id: this.id(field.naam, "-uitleg") }, field.uitleg) : null;
  }

  described(field) {
    return [field.uitleg && this.id(field.naam, "-uitleg"), this.id(field.naam, "-fout")].filter(Boolean).join(" ");
  }

  error(field) {
    return element("p", { class: "fout", id: this.id(field.naam, "-fout"), hidden: true });
  }

  buildInput(field) {
    const attributes = {
      id: this.id(field.naam),
      "aria-describedby": this.described(field),
      autocomplete: "off",
      dir: "auto",
      oninput: (event) => this.change(field.naam, event.target.value),
    };
    const long = field.soort !== "kort";
    const input = long
      ? element("textarea", { ...attributes, rows: field.rijen || 4 })
      : element("input", { ...attributes, type: "text", inputmode: field.toetsen || null });
    input.value = this.values[field.naam];
    return input;
  }

  buildText(field) {
    return element(
      "div",
      { class: "veld" },
      element("label", { for: this.id(field.naam) }, field.label),
      this.help(field),
      this.error(field),
      this.buildInput(field),
    );
  }

  buildList(field) {
    const select = element("select", {
      id: this.id(field.naam),
      "aria-describedby": this.described(field),
      onchange: (event) => this.change(field.naam, event.target.value),
    });
    if (field.leeg !== undefined) select.append(element("option", { value: "" }, field.leeg));
    for (const group of field.groepen) {
      const options = group.opties.map(([value, word]) => element("option", { value }, word));
      if (group.naam) select.append(element("optgroup", { label: group.naam }, ...options));
      else select.append(...options);
    }
    select.value = this.values[field.naam];
    if (select.selectedIndex < 0) {
      select.selectedIndex = 0;
      this.values[field.naam] = select.value;
    }
    return element(
      "div",
      { class: "veld" },
      element("label", { for: this.id(field.naam) }, field.label),
      this.help(field),
      this.error(field),
      select,
    );
  }

  buildChoice(field) {
    const several = field.soort === "meer";
    const options = field.opties.map(([value, word, more], place) => {
      const chosen = this.values[field.naam];
      const input = element("input", {
        type: several ? "checkbox" : "radio",
        name: this.id(field.naam),
        id: this.id(field.naam, place ? `-${place}` : ""),
        value,
        onchange: () => this.change(field.naam, several ? this.checked(field) : value),
      });
      input.checked = several ? chosen.includes(value) : chosen === value;
      return element(
        "label",
        { class: "optie" },
        input,
        element("span", {}, word, more ? element("small", {}, more) : null),
      );
    });
    const set = element(
      "fieldset",
      { "aria-describedby": this.described(field) },
      element("legend", {}, field.label),
      this.help(field),
      this.error(field),
      ...options,
    );
    const block = element("div", { class: "veld" }, set);
    if (!field.ingeklapt) return block;
    return element("details", { class: "veld" }, element("summary", {}, field.ingeklapt), block);
  }

  checked(field) {
    return [...this.blocks[field.naam].querySelectorAll("input:checked")].map((it) => it.value);
  }

  buildQuote(field) {
    const block = this.buildText(field);
    this.pick = element("div", { class: "zinnen", role: "group", "aria-label": field.kies });
    block.insertBefore(this.pick, block.querySelector("textarea"));
    return block;
  }

  showSentences() {
    if (!this.pick) return;
    const field = this.fields().find((it) => it.soort === "citaat");
    const sentences = (this.values[field.uit].match(/[^.!?\n]+[.!?]*["”’')]*/g) || [])
      .map((it) => it.trim())
      .filter((it) => it.length > 8 && it.split(/\s+/).length <= field.woorden)
      .slice(0, 12);
    this.pick.hidden = sentences.length === 0;
    this.pick.replaceChildren(
      element("p", { class: "uitleg" }, field.kies),
      ...sentences.map((it) =>
        element(
          "button",
          { type: "button", class: "zin", dir: "auto", "aria-pressed": String(this.values[field.naam] === it), onclick: () => this.pickSentence(field, it) },
          it,
        ),
      ),
    );
  }

  pickSentence(field, sentence) {
    const same = this.values[field.naam] === sentence;
    const focused = [...this.pick.querySelectorAll("button")].indexOf(document.activeElement);
    this.root.querySelector(`#${this.id(field.naam)}`).value = same ? "" : sentence;
    this.change(field.naam, same ? "" : sentence);
    this.showSentences();
    this.pick.querySelectorAll("button")[focused]?.focus();
  }

  showConditional() {
    for (const field of this.fields()) this.blocks[field.naam].hidden = !this.applies(field);
  }

  // Going from step to step

  goTo(number) {
    this.step = number;
    this.root.querySelector(".hersteld")?.remove();
    if (storage.get(this.data.sleutel)) this.keep();
    this.showStep();
    const heading = this.steps[number].querySelector("h2");
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
    if (number === this.steps.length - 1) this.ask("nakijken");
  }

  showStep() {
    this.steps.forEach((it, number) => (it.hidden = number !== this.step));
    this.showSentences();
    this.showReadback();
  }

  open(name) {
    const at = this.data.stappen.findIndex((it) => it.velden.some((field) => field.naam === name));
    this.step = at;
    this.showStep();
    const block = this.blocks[name];
    if (block.tagName === "DETAILS") block.open = true;
    const input = this.root.querySelector(`#${CSS.escape(this.id(name))}`);
    block.scrollIntoView({ block: "center" });
    input.focus({ preventScroll: true });
  }

  // What is wrong

  showErrors(tell) {
    for (const field of this.fields()) {
      const messages = this.errors[field.naam] || [];
      const line = this.root.querySelector(`#${CSS.escape(this.id(field.naam, "-fout"))}`);
      line.textContent = messages.join(" ");
      line.hidden = messages.length === 0;
      const input = this.root.querySelector(`#${CSS.escape(this.id(field.naam))}`);
      if (messages.length) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    const all = [...this.fields().filter((it) => this.errors[it.naam]), ...(this.errors[""] ? [null] : [])];
    this.summary.hidden = all.length === 0;
    this.summary.replaceChildren();
    if (all.length) {
      this.summary.append(element("p", {}, element("b", {}, this.words.fouten)));
      this.summary.append(element("ul", {}, ...all.map((it) => this.errorLine(it))));
    }
    if (tell && all.length) {
      this.summary.scrollIntoView({ block: "start" });
      this.summary.focus({ preventScroll: true });
    }
  }

  errorLine(field) {
    if (field === null) return element("li", {}, this.errors[""].join(" "));
    const go = element("button", { type: "button", class: "link", onclick: () => this.open(field.naam) }, field.kort || field.label);
    return element("li", {}, go, `: ${this.errors[field.naam].join(" ")}`);
  }

  // Reading back

  showReadback() {
    if (!this.readback || this.step !== this.steps.length - 1) return;
    const written = this.fields().filter((it) => it.teruglezen && this.applies(it) && this.values[it.naam].length);
    const marked = written.filter((it) => this.marksOf(it.naam).length);
    // Only what was looked through just so may be called free of marks.
    const looked = this.asked && written.every((it) => it.opties || this.asked[it.naam] === this.values[it.naam]);
    this.readback.replaceChildren(
      ...written.map((it) => this.readbackField(it)),
      marked.length ? this.buildMarks(marked) : element("p", { class: "zacht" }, looked ? this.words.geen_vondst : ""),
    );
  }

  readbackField(field) {
    const value = this.values[field.naam];
    const text = field.opties || field.groepen ? this.inWords(field, value) : this.marked(field.naam, value);
    return element(
      "div",
      { class: "gelezen" },
      element("h3", {}, field.kort || field.label),
      element("p", { class: field.opties || field.groepen ? "" : "woorden", dir: "auto" }, ...text),
      element(
        "button",
        { type: "button", class: "link", onclick: () => this.open(field.naam), "aria-label": `${this.words.pas_aan}: ${field.kort || field.label}` },
        this.words.pas_aan,
      ),
    );
  }

  inWords(field, value) {
    const options = field.opties || field.groepen.flatMap((it) => it.opties);
    const chosen = Array.isArray(value) ? value : [value];
    return [options.filter(([code]) => chosen.includes(code)).map(([, word]) => word).join(", ")];
  }

  // Marks hold for the text that was asked about, and for no other.
  marksOf(name) {
    return this.asked && this.asked[name] === this.values[name] ? this.marks[name] || [] : [];
  }

  marked(name, value) {
    const points = Array.from(value);
    const pieces = [];
    let at = 0;
    for (const mark of this.marksOf(name)) {
      pieces.push(points.slice(at, mark.begin).join(""));
      const words = points.slice(mark.begin, mark.eind).join("");
      pieces.push(
        element(
          "mark",
          { class: `vondst ${mark.direct ? "direct" : "mild"}` },
          words,
          element("span", { class: "soort" }, ` ${mark.soort}`),
        ),
      );
      at = mark.eind;
    }
    return [...pieces, points.slice(at).join("")];
  }

  buildMarks(fields) {
    const lines = fields.flatMap((field) =>
      this.marksOf(field.naam).map((mark) => {
        const words = Array.from(this.values[field.naam]).slice(mark.begin, mark.eind).join("");
        return element(
          "li",
          {},
          element("span", { class: "woorden", dir: "auto" }, `“${words}”`),
          ` ${mark.soort} `,
          element(
            "button",
            { type: "button", class: "knop", onclick: () => this.replace(field.naam, [mark]) },
            fill(this.words.vervang, { voorstel: mark.voorstel }),
          ),
        );
      }),
    );
    const direct = fields.some((field) => this.marksOf(field.naam).filter((it) => it.direct).length > 1);
    return element(
      "section",
      { class: "vondsten", "aria-label": this.words.vondsten },
      element("h3", {}, this.words.vondsten),
      ...paragraphs(this.words.vondsten_uitleg),
      element("ul", {}, ...lines),
      direct
        ? element("button", { type: "button", class: "knop", onclick: () => this.replaceAll(fields) }, this.words.vervang_alles)
        : null,
    );
  }

  replaceAll(fields) {
    for (const field of fields) this.replaceIn(field.naam, this.marksOf(field.naam).filter((it) => it.direct));
    this.afterReplacing();
  }

  replace(name, marks) {
    this.replaceIn(name, marks);
    this.afterReplacing();
  }

  replaceIn(name, marks) {
    const points = Array.from(this.values[name]);
    const quote = this.fields().find((it) => it.soort === "citaat" && it.uit === name);
    for (const mark of [...marks].reverse()) {
      const words = points.splice(mark.begin, mark.eind - mark.begin, ...Array.from(mark.voorstel)).join("");
      // The sentence that was chosen stays a sentence of the text.
      if (quote && words) this.set(quote.naam, this.values[quote.naam].split(words).join(mark.voorstel));
    }
    this.set(name, points.join(""));
  }

  set(name, value) {
    this.values[name] = value;
    this.root.querySelector(`#${CSS.escape(this.id(name))}`).value = value;
  }

  afterReplacing() {
    this.keep();
    this.showReadback();
    this.ask("nakijken");
    this.steps[this.step].querySelector("h2").focus({ preventScroll: true });
  }
}
