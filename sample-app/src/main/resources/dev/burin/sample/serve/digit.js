// From strokes of a pen to the 28 x 28 numbers, 0 paper to 1 ink, that the network was trained on.

export const SIDE = 28;

// A digit is 20 pixels tall or wide and its centre of mass is the middle, as in MNIST.
const BOX = 20;
const PEN = 2.4;

// A dot is not blown up to the size of a digit.
const LARGEST_SCALE = 60;

// A smooth line through the points of a stroke: through the middles, bent at the points.
export function trace(context, points) {
  context.beginPath();
  context.moveTo(points[0].x, points[0].y);
  for (let i = 1; i + 1 < points.length; i++) {
    const x = (points[i].x + points[i + 1].x) / 2;
    const y = (points[i].y + points[i + 1].y) / 2;
    context.quadraticCurveTo(points[i].x, points[i].y, x, y);
  }
  const last = points[points.length - 1];
  context.lineTo(last.x, last.y);
  context.stroke();
}

function bounds(strokes) {
  const xs = strokes.flat().map((p) => p.x);
  const ys = strokes.flat().map((p) => p.y);
  const left = Math.min(...xs);
  const right = Math.max(...xs);
  const top = Math.min(...ys);
  const bottom = Math.max(...ys);
  return { x: (left + right) / 2, y: (top + bottom) / 2, size: Math.max(right - left, bottom - top) };
}

function drawn(context, strokes, scale, dx, dy) {
  context.clearRect(0, 0, SIDE, SIDE);
  context.lineWidth = PEN;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) {
    trace(context, stroke.map((p) => ({ x: p.x * scale + dx, y: p.y * scale + dy })));
  }
  const data = context.getImageData(0, 0, SIDE, SIDE).data;
  return Float32Array.from({ length: SIDE * SIDE }, (_, i) => data[4 * i + 3] / 255);
}

function centreOfMass(pixels) {
  let mass = 0;
  let x = 0;
  let y = 0;
  pixels.forEach((ink, i) => {
    mass += ink;
    x += ink * ((i % SIDE) + 0.5);
    y += ink * (Math.floor(i / SIDE) + 0.5);
  });
  return { x: x / mass, y: y / mass };
}

// Strokes are lists of points {x, y} in any unit; without any, all is paper.
export function pixels(strokes) {
  if (strokes.length === 0) {
    return new Float32Array(SIDE * SIDE);
  }
  const canvas = document.createElement("canvas");
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const box = bounds(strokes);
  const scale = Math.min((BOX - PEN) / box.size, LARGEST_SCALE);
  const dx = SIDE / 2 - box.x * scale;
  const dy = SIDE / 2 - box.y * scale;
  const first = drawn(context, strokes, scale, dx, dy);
  const mass = centreOfMass(first);
  return drawn(context, strokes, scale, dx + SIDE / 2 - mass.x, dy + SIDE / 2 - mass.y);
}
