import { SIDE, pixels, trace } from "./digit.js";

const at = (id) => document.getElementById(id);
const paper = at("paper");
const sheet = paper.getContext("2d");

// Strokes in units of the paper, so that it may change its size.
let strokes = [];
let stroke = null;
const pen = { x: 0.5, y: 0.2, down: false, shown: false };

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function paint() {
  const side = paper.width;
  sheet.clearRect(0, 0, side, side);
  sheet.lineCap = "round";
  sheet.lineJoin = "round";
  sheet.strokeStyle = colour("--text");
  sheet.lineWidth = side / 16;
  for (const each of strokes) {
    trace(sheet, each.map((p) => ({ x: p.x * side, y: p.y * side })));
  }
  if (pen.shown) {
    sheet.beginPath();
    sheet.arc(pen.x * side, pen.y * side, side / 40, 0, 2 * Math.PI);
    sheet.lineWidth = side / 120;
    sheet.strokeStyle = colour("--accent");
    sheet.fillStyle = colour("--accent");
    sheet.stroke();
    if (pen.down) {
      sheet.fill();
    }
  }
}

function fit() {
  paper.width = Math.round(paper.clientWidth * (window.devicePixelRatio || 1));
  paper.height = paper.width;
  paint();
}

function changed() {
  paint();
  ask();
}

function clear() {
  strokes = [];
  stroke = null;
  pen.down = false;
  changed();
}

// Mouse, pen and finger.

function point(event) {
  const box = paper.getBoundingClientRect();
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}

paper.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) {
    return;
  }
  event.preventDefault();
  paper.focus({ preventScroll: true });
  paper.setPointerCapture(event.pointerId);
  pen.shown = false;
  pen.down = false;
  stroke = [point(event)];
  strokes.push(stroke);
  changed();
});

paper.addEventListener("pointermove", (event) => {
  if (stroke && paper.hasPointerCapture(event.pointerId)) {
    const events = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    for (const each of events.length ? events : [event]) {
      stroke.push(point(each));
    }
    changed();
  }
});

for (const end of ["pointerup", "pointercancel"]) {
  paper.addEventListener(end, () => {
    stroke = null;
  });
}

// Keys.

const STEP = 0.03;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function within(value) {
  return Math.min(1, Math.max(0, value));
}

paper.addEventListener("keydown", (event) => {
  const move = MOVES[event.key];
  if (move) {
    pen.x = within(pen.x + move[0] * STEP);
    pen.y = within(pen.y + move[1] * STEP);
    if (pen.down) {
      stroke.push({ x: pen.x, y: pen.y });
    }
  } else if (event.key === " ") {
    pen.down = !pen.down;
    stroke = pen.down ? [{ x: pen.x, y: pen.y }] : null;
    if (pen.down) {
      strokes.push(stroke);
    }
  } else if (event.key === "Delete" || event.key === "Backspace") {
    clear();
  } else {
    return;
  }
  event.preventDefault();
  pen.shown = true;
  changed();
});

paper.addEventListener("focus", () => {
  pen.shown = paper.matches(":focus-visible");
  paint();
});

paper.addEventListener("blur", () => {
  pen.shown = false;
  pen.down = false;
  stroke = null;
  paint();
});

at("clear").addEventListener("click", clear);

// Pictures.

function picture(canvas, side, numbers, shade) {
  canvas.width = side;
  canvas.height = Math.ceil(numbers.length / side);
  const context = canvas.getContext("2d");
  const image = context.createImageData(canvas.width, canvas.height);
  numbers.forEach((number, i) => {
    image.data.set([...shade(number), 255], 4 * i);
  });
  context.putImageData(image, 0, 0);
}

function grey(ink) {
  const level = Math.round(255 * within(ink));
  return [level, level, level];
}

function ember(answer) {
  const a = within(answer);
  return [Math.round(255 * Math.sqrt(a)), Math.round(190 * a), Math.round(110 * a * a)];
}

// The network. One question is under way at a time; what changes meanwhile is asked next.

let asking = false;
let again = false;

const TRIES = 5;
const PAUSE = 300;

async function post(path, numbers) {
  let response;
  for (let tries = 0; tries < TRIES; tries++) {
    response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", Accept: "application/json" },
      body: numbers.buffer,
    });
    // Who is told that there is no room now asks again.
    if (response.status !== 503) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.error);
  }
  return answer;
}

async function ask() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  do {
    again = false;
    const seen = pixels(strokes);
    picture(at("seen"), SIDE, [...seen], grey);
    try {
      const [answer, inside] = await Promise.all([
        post("predict", seen),
        post("activations", seen),
      ]);
      show(strokes.length > 0, answer.outputs[0][0], inside.layers[0]);
    } catch (error) {
      at("verdict").textContent = "No answer: " + error.message;
    }
  } while (again);
  asking = false;
}

function show(something, eight, hidden) {
  picture(at("hidden"), Math.ceil(Math.sqrt(hidden.length)), hidden, ember);
  at("hidden-text").textContent =
    `Its hidden layer: each square is one of ${hidden.length} neurons, bright where it says yes.`;
  for (const [id, share] of [["five", 1 - eight], ["eight", eight]]) {
    const percent = something ? 100 * share : 0;
    at(id).setAttribute("aria-valuenow", percent.toFixed(1));
    at(id).firstElementChild.style.width = percent + "%";
    at(id + "-share").textContent = something ? percent.toFixed(1) + " %" : "–";
  }
  at("verdict").textContent = something ? verdict(eight) : "Nothing yet.";
}

function verdict(eight) {
  const sure = Math.max(eight, 1 - eight);
  const digit = eight >= 0.5 ? "an eight" : "a five";
  if (sure > 0.95) {
    return `This is ${digit}.`;
  }
  return sure > 0.7 ? `This looks like ${digit}.` : `Hard to say; perhaps ${digit}.`;
}

async function about() {
  const model = await (await fetch("model")).json();
  at("about").textContent =
    `${model.name}: ${model.widths}, ${model.parameters.toLocaleString("en")} parameters, ` +
    `on ${model.path}, weights ${model.fingerprint.slice(0, 16)}.`;
}

new ResizeObserver(fit).observe(paper);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
fit();
ask();
about().catch((error) => {
  at("about").textContent = "The server does not say what it serves: " + error.message;
});
