// A chart as a picture to keep: what it says, legend, drawing, source; on white and of the same size on whatever screen it was asked for.
import { configOf, onPaper } from './chart.js';

const WIDTH = 1200, EDGE = 32, SHARP = 2; // CSS pixels; canvas pixels of each

/** Saves the chart of the figure in which the button stands; says so where that fails. */
export async function save(button) {
  const figure = button.closest('figure'), canvas = figure.querySelector('canvas'), told = button.parentElement.querySelector('[role=status]');
  const text = (root, css) => root.querySelector(css)?.textContent.trim() ?? '';
  const words = { title: text(figure, 'figcaption h2'), hint: text(figure, 'figcaption p'), source: [document.querySelector('[data-as-of]')?.dataset.asOf, text(document, '.brand small')].filter(Boolean).join(' · ') };
  try {
    const blob = await picture(canvas ? configOf(canvas) : JSON.parse(button.dataset.chartConfig), words);
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: `${slug(words.title)}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    told.textContent = '';
  } catch (error) {
    console.error(error);
    told.textContent = button.dataset.chartPicture;
  }
}

async function picture(config, { title, hint, source }) {
  const sheet = document.createElement('canvas'), pen = sheet.getContext('2d'), inner = WIDTH - 2 * EDGE;
  const height = config.type === 'line' ? 480 : 24 + 52 * config.data.labels.length;
  return onPaper(config, inner, height, SHARP, (drawing, { token, font, fill }) => {
    const sets = config.data.datasets.length > 1 ? config.data.datasets : [];
    let y = EDGE;
    const steps = [];
    const line = (text, style, size, ink, x = EDGE) => steps.push({ text, style, ink, x, y: y + size });
    for (const [text, style, size, ink] of [[title, font(600, 26), 26, '--ink'], [hint, font(400, 17), 17, '--ink2']]) {
      pen.font = style;
      for (const part of wrapped(pen, text, inner)) { line(part, style, size, ink); y += size * 1.35; }
    }
    y += 12;
    const style = font(400, 16);
    pen.font = style;
    let x = EDGE;
    for (const set of sets) {
      const wide = pen.measureText(set.label).width + 50;
      if (x > EDGE && x + wide > WIDTH - EDGE) { x = EDGE; y += 26; }
      steps.push({ set, x, y: y + 3 });
      line(set.label, style, 16, '--ink', x + 26);
      x += wide;
    }
    if (sets.length > 0) y += 34;
    const top = y, foot = source ? 34 : 0;
    sheet.width = WIDTH * SHARP;
    sheet.height = Math.ceil(top + height + foot + EDGE) * SHARP;
    pen.scale(SHARP, SHARP);
    pen.fillStyle = token('--surface');
    pen.fillRect(0, 0, WIDTH, sheet.height);
    if (source) { y = top + height + 12; line(source, font(400, 15), 15, '--ink2'); }
    for (const step of steps) {
      if (step.set) {
        pen.fillStyle = fill(step.set);
        if (step.set.borderDash || config.type === 'line') { pen.fillRect(step.x, step.y + 6, step.set.borderDash ? 8 : 18, 4); if (step.set.borderDash) pen.fillRect(step.x + 11, step.y + 6, 7, 4); }
        else { pen.fillRect(step.x, step.y, 16, 16); pen.strokeStyle = token('--line-input'); pen.strokeRect(step.x + .5, step.y + .5, 15, 15); }
      } else {
        pen.font = step.style;
        pen.fillStyle = token(step.ink);
        pen.fillText(step.text, step.x, step.y);
      }
    }
    pen.drawImage(drawing, EDGE, top, inner, height);
    return new Promise((done, failed) => sheet.toBlob(blob => (blob ? done(blob) : failed(new Error('No picture.'))), 'image/png'));
  });
}

function wrapped(pen, text, room) {
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > room) { lines.push(line); line = word; } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

const slug = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[\u0111\u0110]/g, 'd').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'bieu-do';
