// Draws what Portal/Shared/Charts describes, with Chart.js. One chart per canvas: made once, then changed in place.
const number = new Intl.NumberFormat('vi-VN');
const phone = matchMedia('screen and (max-width: 720px)');
const live = new Map(); // canvas -> { config, chart }
let loading;

function library() {
  if (globalThis.Chart) return Promise.resolve(globalThis.Chart);
  return loading ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = new URL('../chart/chart.umd.js', import.meta.url).href;
    script.onload = () => done(globalThis.Chart);
    script.onerror = () => { loading = undefined; failed(new Error(`Cannot load ${script.src}`)); };
    document.head.append(script);
  });
}

// Without the font at hand a canvas falls back to a serif, and never asks again.
const fonts = () => Promise.all([400, 600].map(weight => document.fonts.load(`${weight} 14px "Inter"`, '\u0110\u00e3 g\u1eedi 123'))).catch(() => {});

let paper = null; // while a picture to keep is drawn: the light theme, whatever the page shows
const token = name => (paper ?? getComputedStyle(document.documentElement)).getPropertyValue(name).trim();
const font = (weight, size) => `${weight} ${size}px "Inter", "Segoe UI", Arial, sans-serif`;

/** The same value with every name of a css token replaced by its colour of now. */
function coloured(value) {
  if (typeof value === 'string') return value.startsWith('--') ? token(value) : value;
  if (Array.isArray(value)) return value.map(coloured);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, coloured(v)]));
  return value;
}

function axis(a, size) {
  const ticks = { color: token('--ink2'), font: { size }, autoSkip: false, maxRotation: 0, callback(v) { return number.format(v); } };
  if (a.stepSize) ticks.stepSize = a.stepSize;
  if (a.words) {
    const every = Math.max(a.every ?? 1, phone.matches ? 2 : 1);
    ticks.callback = v => Number.isInteger(v) && v % every === 0 ? a.words[v] ?? '' : '';
  }
  const scale = { grid: { display: a.grid, color: token('--line') }, border: { display: a.border, color: token('--line-strong') }, ticks };
  for (const key of ['type', 'min', 'max', 'stacked', 'display']) if (a[key] != null) scale[key] = a[key];
  return scale;
}

function widest(canvas, texts, style) {
  const ctx = canvas.getContext('2d');
  ctx.save();
  ctx.font = style;
  const width = Math.max(0, ...texts.map(t => ctx.measureText(t).width));
  ctx.restore();
  return width;
}

/** A fill with slanting lines over it. */
function hatched(canvas, fill) {
  const tile = Object.assign(document.createElement('canvas'), { width: 8, height: 8 }), pen = tile.getContext('2d');
  pen.fillStyle = fill;
  pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = 'rgba(30,18,0,.3)';
  pen.lineWidth = 1.6;
  pen.beginPath();
  for (const x of [-8, 0, 8]) { pen.moveTo(x - 1, 9); pen.lineTo(x + 9, -1); }
  pen.stroke();
  return canvas.getContext('2d').createPattern(tile, 'repeat');
}

/** From the portal's description to Chart.js' own configuration, for the theme and the width of now; `wide` leaves the phone out of it. */
function translate(canvas, config, wide = false) {
  const o = config.options, small = phone.matches && !o.projected && !wide, above = small && !!o.segments;
  const size = o.projected ? o.fontSize * Math.max(document.documentElement.clientWidth, 900) / 1920 : small ? Math.min(13, o.fontSize) : o.fontSize;
  const options = {
    responsive: true, maintainAspectRatio: false, animation: false, locale: 'vi-VN', indexAxis: o.indexAxis,
    color: token('--ink2'), font: { family: 'Inter', size },
    layout: { padding: { top: 8, right: 8 } },
    plugins: {
      legend: { display: o.legend },
      tooltip: { enabled: o.tooltip, callbacks: {
        title: items => [].concat(items[0]?.chart.$portal.labels[items[0].dataIndex] ?? '').join(' '),
        label: item => `${item.dataset.label}: ${number.format(item.dataset.counts?.[item.dataIndex] ?? item.parsed[o.indexAxis === 'y' ? 'x' : 'y'] ?? item.raw)}`,
      } },
    },
    onClick(e, hits) {
      const link = hits[0] && config.data.datasets[hits[0].datasetIndex].links?.[hits[0].index];
      if (link) globalThis.Blazor ? globalThis.Blazor.navigateTo(link) : location.assign(link);
    },
    onHover(e, hits) { e.native.target.style.cursor = hits[0] && config.data.datasets[hits[0].datasetIndex].links?.[hits[0].index] ? 'pointer' : ''; },
  };
  if (o.scales) options.scales = { x: axis(o.scales.x, size), y: axis(o.scales.y, size) };
  const labels = config.data.labels;
  const datasets = coloured(config.data.datasets).map((d, i) => {
    const set = { ...d };
    if (config.type === 'bar' && set.borderWidth == null && set.borderColor) {
      set.borderSkipped = false;
      set.borderWidth = set.edged ? 1 : { left: 0, right: 2, top: 0, bottom: 0 };
    }
    if (above && set.barPercentage) set.barPercentage = .5;
    if (set.hatched) set.backgroundColor = hatched(canvas, set.backgroundColor);
    return set;
  });
  if (o.segments) {
    const room = widest(canvas, o.segments.right, font(400, size));
    options.layout.padding = { top: above ? 10 : 0, right: above ? 0 : Math.ceil(room) + 12, bottom: Math.ceil(size * .4) };
    Object.assign(options.scales.y, { display: !above });
    options.scales.y.ticks = { color: token('--ink'), font: { size }, crossAlign: 'far', autoSkip: false };
  }
  if (o.deadline || datasets.some(d => d.endLabel)) options.layout.padding.top = 10;
  return { type: config.type, data: { labels: above ? labels.map(() => '') : labels, datasets }, options, portal: { size, above, labels, segments: o.segments, deadline: o.deadline } };
}

/** Numbers in the segments, or under them where they do not fit; words beside or above the bar. */
const segments = {
  id: 'portalSegments',
  afterDatasetsDraw(chart) {
    const { size, above, labels, segments: seg } = chart.$portal;
    if (!seg) return;
    const ctx = chart.ctx, ink = token('--ink'), soft = token('--ink2');
    ctx.save();
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    chart.data.datasets.forEach((set, k) => chart.getDatasetMeta(k).data.forEach((bar, row) => {
      const count = set.counts?.[row];
      if (!count) return;
      const text = number.format(count), middle = (bar.x + bar.base) / 2;
      ctx.font = font(600, size);
      if (Math.abs(bar.x - bar.base) > ctx.measureText(text).width + 6) {
        ctx.fillStyle = set.ink ?? ink;
        ctx.fillText(text, middle, bar.y + 1);
      } else {
        ctx.font = font(600, size * .86);
        ctx.fillStyle = ink;
        ctx.fillText(text, middle, bar.y + bar.height / 2 + size * .6);
      }
    }));
    ctx.font = font(400, size);
    chart.getDatasetMeta(0).data.forEach((bar, row) => {
      const words = seg.right[row] ?? '', y = above ? bar.y - bar.height / 2 - size * .75 : bar.y + 1;
      ctx.fillStyle = soft;
      ctx.textAlign = 'right';
      ctx.fillText(words, chart.width - 2, y);
      if (!above) return;
      const room = chart.width - ctx.measureText(words).width - 18;
      ctx.fillStyle = ink;
      ctx.textAlign = 'left';
      ctx.fillText(shortened(ctx, [].concat(labels[row]).join(' '), room), 0, y);
    });
    ctx.restore();
  },
};

function shortened(ctx, text, room) {
  if (ctx.measureText(text).width <= room) return text;
  let cut = text.length;
  while (cut > 1 && ctx.measureText(text.slice(0, cut) + '…').width > room) cut--;
  return text.slice(0, cut).trimEnd() + '…';
}

/** The deadline as an upright line with its words, and the last number of each line beside a dot. */
const marks = {
  id: 'portalMarks',
  afterDatasetsDraw(chart) {
    const { size, deadline } = chart.$portal, { ctx, chartArea: area, scales } = chart, ink = token('--ink');
    ctx.save();
    ctx.font = font(600, size);
    if (deadline) {
      const x = scales.x.getPixelForValue(deadline.at);
      if (x >= area.left && x <= area.right + 1) {
        ctx.strokeStyle = token('--red-edge');
        ctx.lineWidth = 2;
        ctx.beginPath();
        ctx.moveTo(x, area.top - 4);
        ctx.lineTo(x, area.bottom);
        ctx.stroke();
        const left = x - area.left > ctx.measureText(deadline.text).width + 8;
        ctx.fillStyle = token('--red-ink');
        ctx.textAlign = left ? 'right' : 'left';
        ctx.fillText(deadline.text, x + (left ? -6 : 6), area.top + size + 3);
      }
    }
    const ends = chart.data.datasets.map((set, k) => ({ set, point: chart.getDatasetMeta(k).data.at(-1) })).filter(e => e.set.endLabel && e.point).sort((a, b) => a.point.y - b.point.y);
    let below = -Infinity;
    for (const { set, point } of ends) {
      ctx.fillStyle = set.borderColor;
      ctx.beginPath();
      ctx.arc(point.x, point.y, 5, 0, 2 * Math.PI);
      ctx.fill();
      const y = below = Math.max(point.y, below + size + 1), right = point.x + 9 + ctx.measureText(set.endLabel).width > chart.width;
      ctx.fillStyle = ink;
      ctx.textAlign = right ? 'right' : 'left';
      ctx.textBaseline = 'middle';
      ctx.fillText(set.endLabel, point.x + (right ? -9 : 9), y);
    }
    ctx.restore();
  },
};

/** Brings a chart that is drawn up to its description, theme and width: same chart, same series objects. */
function patch(state) {
  const next = translate(state.canvas, state.config), { chart } = state;
  chart.$portal = next.portal;
  chart.data.labels = next.data.labels;
  next.data.datasets.forEach((set, i) => {
    if (chart.data.datasets[i]) Object.assign(chart.data.datasets[i], set);
    else chart.data.datasets.push(set);
  });
  chart.data.datasets.length = next.data.datasets.length;
  chart.options = next.options;
  chart.update('none');
}

function patchAll() {
  for (const state of live.values()) if (state.chart) patch(state);
}

phone.addEventListener('change', patchAll);
addEventListener('resize', () => { for (const state of live.values()) if (state.chart && state.config.options.projected) patch(state); });
new MutationObserver(patchAll).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });

/** Draws a chart on a canvas for the first time. `json` is ConfigBase.ToJson(). */
export async function create(canvas, json) {
  const state = { canvas, config: JSON.parse(json), chart: null };
  live.set(canvas, state);
  let Chart;
  try {
    [Chart] = await Promise.all([library(), fonts()]);
  } catch (error) {
    // Without the picture the page still has the numbers in the table.
    console.error(error);
    canvas.parentElement.dataset.failed = '';
    return;
  }
  // Left, or drawn anew, while the library came.
  if (live.get(canvas) !== state || !canvas.isConnected) return;
  Chart.getChart(canvas)?.destroy();
  state.chart = made(Chart, canvas, translate(canvas, state.config));
}

/** What a series is drawn with, in a legend too. */
function fillOf(canvas, set) {
  const colour = coloured(set.backgroundColor ?? set.borderColor);
  return set.hatched ? hatched(canvas, colour) : colour;
}

const made = (Chart, canvas, { portal, ...config }) => new Chart(canvas, { ...config, plugins: [{ id: 'portalState', beforeInit(chart) { chart.$portal = portal; } }, segments, marks] });

/** The description a canvas shows. */
export const configOf = canvas => live.get(canvas)?.config;

/** Draws a description on a canvas of its own, in the light theme; sizes in CSS pixels, `sharp` canvas pixels each. `use` gets the canvas, which ends with it, and the theme. */
export async function onPaper(config, width, height, sharp, use) {
  const [Chart] = await Promise.all([library(), fonts()]);
  paper = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).find(rule => rule.selectorText === ':root' && rule.style.getPropertyValue('--surface')).style;
  try {
    const canvas = Object.assign(document.createElement('canvas'), { width, height }), wanted = translate(canvas, config, true);
    Object.assign(wanted.options, { responsive: false, devicePixelRatio: sharp });
    const chart = made(Chart, canvas, wanted);
    try { return use(canvas, { token, font, fill: set => fillOf(canvas, set) }); } finally { chart.destroy(); }
  } finally {
    paper = null;
  }
}

/** Changes a drawn chart in place, without animation. */
export function update(canvas, json) {
  const state = live.get(canvas);
  if (!state) return create(canvas, json);
  state.config = JSON.parse(json);
  if (state.chart) patch(state);
}

/** Gives the chart up. */
export function destroy(canvas) {
  live.get(canvas)?.chart?.destroy();
  live.delete(canvas);
}
