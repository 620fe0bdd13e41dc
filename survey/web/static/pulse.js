// What the pulse page gains with a script: keys, progress, open questions, a draft on one's own device. All else works
// without it.
const DRAFT = "pulse-draft";
const form = document.querySelector("form.pulse");

// A page brought back from the browser's memory may hold what the person before has entered: ask for it afresh.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  form?.reset();
  location.replace(location.pathname + location.search);
});

if (form) begin(form);
else if (document.querySelector("[data-draft=over]")) drop();

function begin(form) {
  const fields = [...form.querySelectorAll("input[name], textarea[name]")];
  const questions = [...form.querySelectorAll(".question[id]")];
  const own = document.getElementById("own");
  for (const element of form.querySelectorAll(".script, .progress")) element.hidden = false;
  if (bring(fields, form.dataset.shown === "new")) own.checked = true;

  const changed = () => {
    if (own.checked) keep(fields);
    else drop();
    tell(form, questions);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("keydown", press);
  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", (event) => speak(event, form));
  }
  document.getElementById("onward").addEventListener("click", () => onward(form));
  const send = document.getElementById("send");
  new IntersectionObserver(([entry]) => {
    document.getElementById("onward").hidden = entry.isIntersecting;
  }).observe(send);
  tell(form, questions);
}

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-5]$/.test(event.key)) return;
  if (!event.target.matches("fieldset, [type=radio]")) return;
  const radio = event.target.closest("fieldset").querySelector(`[data-key="${event.key}"]`);
  if (!radio) return;
  event.preventDefault();
  radio.focus();
  if (!radio.checked) radio.click();
}

// The same page in another language. A link would leave behind what was entered; a form takes it along.
function speak(event, form) {
  event.preventDefault();
  form.action = event.currentTarget.href;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "redraw", value: "1" }));
  form.submit();
}

function isAnswered(question) {
  const line = question.querySelector(".hours");
  return line ? line.value.trim() !== "" : question.querySelector(":checked") !== null;
}

function tell(form, questions) {
  const open = questions.flatMap((question, at) => (isAnswered(question) ? [] : [at]));
  const done = questions.length - open.length;
  document.getElementById("done").textContent = done;
  form.querySelector("progress").value = done;
  const box = document.getElementById("open");
  box.hidden = open.length === 0;
  if (open.length) box.replaceChildren(sentence(open));
}

// The sentence for so many open questions, with a link to each where it leaves room for them.
function sentence(open) {
  const text = document.getElementById("sentences").content.children[open.length - 1].cloneNode(true);
  const names = document.getElementById("names").content.children;
  const links = open.flatMap((at) => [", ", names[at].cloneNode(true)]).slice(1);
  text.querySelector("i").replaceWith(...links);
  const whole = document.createDocumentFragment();
  whole.append(...text.childNodes);
  return whole;
}

function onward(form) {
  const box = document.getElementById("open");
  if (box.hidden) return form.requestSubmit();
  box.scrollIntoView({ block: "center" });
  box.focus({ preventScroll: true });
}

function keep(fields) {
  const held = fields.filter((field) => (field.type === "radio" ? field.checked : field.value));
  const values = held.map((field) => [field.name, field.value]);
  store(() => localStorage.setItem(DRAFT, JSON.stringify([location.pathname, values])));
}

// Put the draft of this link back, if there is one; one of another link is over.
function bring(fields, isWanted) {
  const [path, values] = store(() => JSON.parse(localStorage.getItem(DRAFT))) ?? [];
  if (path !== location.pathname) return drop();
  for (const [name, value] of isWanted ? values : []) {
    for (const field of fields.filter((field) => field.name === name)) {
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  }
  return true;
}

function drop() {
  store(() => localStorage.removeItem(DRAFT));
  return false;
}

// A browser may refuse to store; then there is no draft.
function store(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
