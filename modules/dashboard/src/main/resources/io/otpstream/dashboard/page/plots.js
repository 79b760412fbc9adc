// The plots: what uPlot draws, in the colours of the page.

import uPlot from "/uplot.js";

const HEIGHT_FALLBACK = 250;
const FONT = "12px system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";
const FLAG_FONT = "13px system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', 'Noto Color Emoji', sans-serif";

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const dark = matchMedia("(prefers-color-scheme: dark)");

const axis = more => ({
  stroke: () => colour("--soft"),
  grid: { stroke: () => colour("--line"), width: 1 },
  ticks: { show: false },
  font: FONT,
  ...more,
});

/**
 * A plot in an element, which it fills. Empty until there is data.
 * `options` gives uPlot's options; `data` what it draws, or null for nothing.
 */
class Plot {
  constructor(id, emptyText, options) {
    this.element = document.getElementById(id);
    this.emptyText = emptyText;
    this.element.dataset.empty = emptyText;
    const size = () => ({ width: this.element.clientWidth, height: this.element.clientHeight || HEIGHT_FALLBACK });
    this.uplot = new uPlot({ ...size(), ...options, legend: { show: false }, cursor: { show: false } }, [[]], this.element);
    new ResizeObserver(() => this.uplot.setSize(size())).observe(this.element);
    dark.addEventListener("change", () => this.uplot.redraw(false, true));
  }

  show(data) {
    const empty = data[0].length === 0;
    if (empty) this.element.dataset.empty = this.emptyText;
    else delete this.element.dataset.empty;
    // For those who test: how many points are drawn.
    this.element.dataset.points = data[0].length;
    this.uplot.setData(data);
  }
}

/** One column for each of some things, such as countries; `labels` are set with the data. */
class Columns extends Plot {
  constructor(id, emptyText, { range, values, series, draw }) {
    const state = { labels: [] };
    super(id, emptyText, {
      padding: [10, 8, 0, 0],
      scales: { x: { time: false, range: () => [-0.5, Math.max(1, state.labels.length) - 0.5] }, y: { range } },
      axes: [
        axis({
          grid: { show: false },
          size: 46,
          font: FLAG_FONT,
          splits: () => state.labels.map((_, index) => index),
          values: () => state.labels,
        }),
        axis({ values, size: 52 }),
      ],
      series,
      hooks: { draw: draw ? [draw] : [] },
    });
    this.state = state;
  }

  fits() {
    return Math.max(1, Math.floor((this.element.clientWidth - 60) / 46));
  }

  show(labels, columns) {
    this.state.labels = labels;
    super.show([labels.map((_, index) => index), ...columns]);
    // uPlot asks for labels anew only when a scale has changed, and another order of the same countries changes none.
    this.uplot.redraw(false, true);
  }
}

const line = (u, x1, y1, x2, y2) => {
  u.ctx.moveTo(x1, y1);
  u.ctx.lineTo(x2, y2);
};

/** From the low end to the high end of each interval: series 2 and 3. */
function errorBars(u) {
  const [xs, , lows, highs] = u.data;
  if (!lows) return;
  const cap = 6 * devicePixelRatio;
  u.ctx.save();
  u.ctx.beginPath();
  xs.forEach((x, index) => {
    if (lows[index] === null || highs[index] === null) return;
    const at = Math.round(u.valToPos(x, "x", true));
    const low = Math.round(u.valToPos(lows[index], "y", true));
    const high = Math.round(u.valToPos(highs[index], "y", true));
    line(u, at, low, at, high);
    line(u, at - cap, low, at + cap, low);
    line(u, at - cap, high, at + cap, high);
  });
  u.ctx.strokeStyle = colour("--accent");
  u.ctx.lineWidth = 2 * devicePixelRatio;
  u.ctx.stroke();
  u.ctx.restore();
}

export function ratePlot() {
  const hidden = { stroke: "transparent", points: { show: false }, paths: () => null };
  return new Columns("plot-rates", "No order has ended yet", {
    range: () => [0, 1.04],
    values: (u, splits) => splits.map(value => value > 1 ? "" : `${Math.round(value * 100)} %`),
    series: [
      {},
      { paths: () => null, points: { show: true, size: 11, width: 2, stroke: () => colour("--card"), fill: () => colour("--accent") } },
      hidden,
      hidden,
    ],
    draw: errorBars,
  });
}

export function costPlot() {
  return new Columns("plot-cost", "No code has arrived yet", {
    range: (u, min, max) => [0, Math.max(1, (max ?? 0) * 1.12)],
    values: (u, splits) => splits.map(value => value.toLocaleString("en")),
    series: [
      {},
      {
        paths: uPlot.paths.bars({ size: [0.5, 44], radius: 0.18 }),
        points: { show: false },
        fill: () => colour("--accent"),
        stroke: "transparent",
        width: 0,
      },
    ],
  });
}

/** Minutes of the last hour, counted back from now; no wider than there is something to see. */
class Minutes extends Plot {
  constructor(id, emptyText, series, padding) {
    const state = { oldest: 14 };
    super(id, emptyText, {
      padding: [10, 12, 0, 0],
      scales: {
        x: { time: false, range: () => [-state.oldest - padding, padding] },
        y: { range: (u, min, max) => [0, Math.max(4, (max ?? 0) * 1.12)] },
      },
      axes: [
        axis({
          grid: { show: false },
          size: 34,
          space: 64,
          incrs: [1, 2, 5, 10, 15, 20, 30],
          values: (u, splits) => splits.map(value => value === 0 ? "now" : value > 0 ? "" : `${-value} min`),
        }),
        axis({ size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] }),
      ],
      series,
    });
    this.state = state;
  }

  show(xs, columns) {
    this.state.oldest = Math.max(14, ...xs.map(x => -x));
    super.show([xs, ...columns]);
  }
}

const bars = (name, align) => ({
  paths: uPlot.paths.bars({ size: [0.84, 40], align, radius: 0.15 }),
  points: { show: false },
  fill: () => colour(name),
  stroke: "transparent",
  width: 0,
});

// The taller bars first: those without a code stand on top of the codes.
export const codesPlot = () => new Minutes("plot-codes", "Nothing has happened within the last hour",
  [{}, bars("--accent-soft", 0), bars("--accent", 0)], 0.6);

const curve = (name, width) => ({
  stroke: () => colour(name),
  width,
  spanGaps: true,
  points: { show: true, size: 5, fill: () => colour(name), stroke: () => colour(name) },
});

export const timePlot = () => new Minutes("plot-time", "No code has arrived within the last hour",
  [{}, curve("--second", 2), curve("--accent", 2)], 0.4);
