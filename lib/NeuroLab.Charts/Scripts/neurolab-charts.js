// Draws NeuroLab's figures with plotly.js: themes, controls that a keyboard can reach, and a text for those who can't see.
// A figure is { data, layout, frames, config }, as plotly.js takes it; see Figure.cs.
(function () {
  "use strict";
  if (window.NeuroLabCharts) return;

  const themes = {
    light: { ink: "#1f2328", quiet: "#59636e", grid: "#e3e6ea", line: "#8b949e", ground: "#ffffff" },
    dark: { ink: "#e8eaed", quiet: "#b0b8c1", grid: "#3a3f45", line: "#7d858e", ground: "#22262b" },
  };

  // A trace says in meta.scale which of these it uses. Zero melts into the page, whichever theme it has.
  const scales = {
    signed: {
      light: [[0, "#0b4f8a"], [0.25, "#5a9fd0"], [0.5, "#f6f6f6"], [0.75, "#e58a4f"], [1, "#9c3a00"]],
      dark: [[0, "#8cc7f2"], [0.25, "#2f7fb8"], [0.5, "#26292e"], [0.75, "#c4601c"], [1, "#ffb27d"]],
    },
    ground: {
      light: [[0, "#6fabdc"], [0.25, "#b1d2ec"], [0.5, "#fafafa"], [0.75, "#f5cbab"], [1, "#e8935c"]],
      dark: [[0, "#1d5f94"], [0.25, "#1b4468"], [0.5, "#22262b"], [0.75, "#6b3a17"], [1, "#a8521a"]],
    },
    sequential: {
      light: [[0, "#f3f7fb"], [0.25, "#b9d6ec"], [0.5, "#6aaedb"], [0.75, "#2476b5"], [1, "#083b6f"]],
      dark: [[0, "#1d242c"], [0.25, "#123f66"], [0.5, "#1c6aa6"], [0.75, "#5ba6da"], [1, "#cfe6f7"]],
    },
  };

  // Sizes are in px, like the letters that plotly.js draws: what a rem is differs from host to host, 10 px in Jupyter Notebook.
  const style = `
    .neurolab-chart { margin: 1em 0; max-width: min(100%, 960px); font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      break-inside: avoid; color: var(--nl-ink); }
    .neurolab-chart .nl-title { font-size: 17px; font-weight: 600; line-height: 1.35; margin: 0 0 .35em; }
    .neurolab-chart .neurolab-plot { width: 100%; }
    .neurolab-chart .shape-label text { paint-order: stroke; stroke: var(--nl-ground); stroke-width: 4px; stroke-linejoin: round; }
    .neurolab-chart .nl-controls { display: flex; flex-wrap: wrap; align-items: center; gap: .5em .75em; margin: .25em 0; }
    .neurolab-chart .nl-controls button, .neurolab-chart .nl-controls select { font: inherit; font-size: 15px; color: inherit;
      background: transparent; border: 1px solid var(--nl-line); border-radius: .4em; padding: .35em .8em; min-height: 2.5em;
      cursor: pointer; }
    .neurolab-chart .nl-controls select option { color: #1f2328; background: #fff; }
    .neurolab-chart .nl-controls button { min-width: 5.5em; }
    .neurolab-chart .nl-controls input { flex: 1 1 10em; min-width: 8em; min-height: 2.5em; accent-color: #1b7cc4; margin: 0; }
    .neurolab-chart .nl-controls output { min-width: 6em; font-variant-numeric: tabular-nums; }
    .neurolab-chart .nl-controls :focus-visible { outline: 3px solid #1b7cc4; outline-offset: 2px; }
    .neurolab-chart .nl-control span { white-space: nowrap; }
    .neurolab-chart .nl-control { display: flex; flex: 1 1 18em; align-items: center; gap: .5em; }
    .neurolab-chart details { font-size: 14px; color: var(--nl-quiet); margin: .15em 0; }
    .neurolab-chart summary { cursor: pointer; width: max-content; }
    .neurolab-chart details p { margin: .25em 0 0; max-width: 75ch; color: var(--nl-ink); }
    @media print { .neurolab-chart .nl-controls button, .neurolab-chart .nl-controls input, .neurolab-chart details { display: none; } }
  `;

  const drawn = new Set();
  const { make, showFrame } = window.NeuroLabControls;

  function currentTheme() {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === "light" || chosen === "dark") return chosen;
    const body = document.body;
    if (body.classList.contains("vscode-dark") || body.dataset.vscodeThemeKind === "vscode-dark") return "dark";
    if (body.classList.contains("vscode-high-contrast-light")) return "light";
    if (body.classList.contains("vscode-high-contrast")) return "dark";
    if (body.classList.contains("vscode-light")) return "light";
    if (body.dataset.jpThemeLight) return body.dataset.jpThemeLight === "false" ? "dark" : "light";
    // Jupyter Notebook has a light page whatever the system prefers.
    if (body.classList.contains("notebook_app")) return "light";
    return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  function templateFor(name) {
    const theme = themes[name];
    const axis = {
      gridcolor: theme.grid, linecolor: theme.line, tickcolor: theme.line, zerolinecolor: theme.line,
      tickfont: { color: theme.quiet }, title: { font: { color: theme.ink } },
    };
    const bar = { tickfont: { color: theme.quiet }, tickcolor: theme.line, outlinewidth: 0, title: { font: { color: theme.ink } } };
    return {
      layout: {
        font: { color: theme.ink },
        paper_bgcolor: "rgba(0,0,0,0)",
        plot_bgcolor: "rgba(0,0,0,0)",
        xaxis: axis,
        yaxis: axis,
        hoverlabel: { bgcolor: theme.ground, bordercolor: theme.line, font: { color: theme.ink } },
        annotationdefaults: { font: { color: theme.ink }, arrowcolor: theme.quiet },
        shapedefaults: { line: { color: theme.quiet } },
        modebar: { bgcolor: "rgba(0,0,0,0)", color: theme.quiet, activecolor: theme.ink },
      },
      data: { heatmap: [{ colorbar: bar }], contour: [{ colorbar: bar }], scatter: [{ marker: { colorbar: bar } }] },
    };
  }

  const scaleOf = trace => trace.meta && scales[trace.meta.scale];

  function paint(chart, name) {
    const theme = themes[name];
    for (const part of ["ink", "quiet", "line", "ground"]) chart.element.style.setProperty("--nl-" + part, theme[part]);
    chart.theme = name;
    for (const trace of chart.data) if (scaleOf(trace)) trace.colorscale = scaleOf(trace)[name];
    chart.layout.template = templateFor(name);
    for (const annotations of [chart.layout.annotations, ...chart.frames.map(f => f.layout && f.layout.annotations)]) {
      for (const box of (annotations || []).filter(note => note.name === "box")) box.bgcolor = theme.ground;
    }
  }

  async function repaint(chart, name) {
    if (chart.theme === name) return;
    paint(chart, name);
    const scaled = chart.data.flatMap((trace, index) => (scaleOf(trace) ? [index] : []));
    const restyle = scaled.length ? { colorscale: scaled.map(index => scaleOf(chart.data[index])[name]) } : {};
    await window.Plotly.update(chart.plot, restyle, { template: chart.layout.template }, scaled.length ? scaled : undefined);
    if ((chart.layout.annotations || []).some(note => note.name === "box")) await redraw(chart);
  }

  // Cells stay nearly square: on a narrow page the chart is lower.
  function heightFor(chart, width) {
    if (!chart.meta.aspect) return chart.height;
    const margin = chart.layout.margin;
    const bar = chart.data.some(trace => trace.colorbar && trace.showscale !== false) ? 70 : 0;
    const legend = chart.layout.legend ? 45 : 0;
    const sides = (margin.l || 0) + (margin.r || 0) + bar;
    const isRearranged = window.NeuroLabLayout.fitPictures(chart, chart.meta, width - sides);
    const ends = (margin.t || 0) + (margin.b || 0) + legend;
    return Math.round(Math.min(isRearranged ? Infinity : chart.height, (width - sides) / chart.meta.aspect + ends));
  }

  function arrange(chart, width) {
    const height = chart.meta.panels ? window.NeuroLabLayout.placePanels(chart, width) : heightFor(chart, width);
    if (!chart.meta.panels) window.NeuroLabLayout.fitTitles(chart, width, height);
    Object.assign(chart.layout, { width, height });
  }

  // Draws again when the width has changed. Hidden charts have none: they are drawn when they come into view.
  async function fit(chart) {
    const width = chart.plot.clientWidth;
    if (!width || width === chart.layout.width) return;
    arrange(chart, width);
    await redraw(chart);
  }

  async function redraw(chart) {
    await window.Plotly.react(chart.plot, chart.data, chart.layout, chart.config);
    if (!chart.frames.length) return;
    // Frames of the same name replace those from before.
    await window.Plotly.addFrames(chart.plot, chart.frames);
    if (chart.shown) await showFrame(chart, chart.shown);
  }

  // Numbers in cells are black or white, whichever stands out more from the cell: 4.6 to 1 at least.
  function inkCells(chart) {
    for (const label of chart.plot.querySelectorAll(".heatmap-label text")) {
      const cell = label.__data__, trace = label.closest(".hm").__data__[0].trace;
      if (!cell || !Number.isFinite(cell.z)) continue;
      const part = Math.min(1, Math.max(0, (cell.z - trace.zmin) / (trace.zmax - trace.zmin)));
      label.style.fill = luminance(colorAt(trace.colorscale, part)) > 0.179 ? "#000000" : "#ffffff";
    }
  }

  function colorAt(scale, part) {
    const next = Math.max(1, scale.findIndex(stop => stop[0] >= part));
    const [from, low] = scale[next - 1], [to, high] = scale[next];
    const channel = (color, i) => parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16);
    return [0, 1, 2].map(i => channel(low, i) + (channel(high, i) - channel(low, i)) * (part - from) / (to - from));
  }

  // WCAG 2.2's relative luminance.
  function luminance(color) {
    const [r, g, b] = color.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function buildPage(chart, figure, alt) {
    const { element, plot } = chart;
    const title = figure.layout.title && figure.layout.title.text;
    if (title) {
      chart.heading = make("div", { className: "nl-title", textContent: title });
      element.insertBefore(chart.heading, plot);
    }
    delete chart.layout.title;
    chart.titles = {};
    for (const frame of chart.frames) {
      if (!frame.layout || !frame.layout.title) continue;
      chart.titles[frame.name] = frame.layout.title.text;
      delete frame.layout.title;
    }
    // The title stands above as text that wraps, so its room is not needed.
    chart.layout.margin = Object.assign({}, chart.layout.margin, { t: chart.meta.top || 16 });

    window.NeuroLabControls.build(chart);

    chart.words = [title && title.replace(/\.+$/, ""), chart.meta.kind, alt].filter(Boolean).join(". ") || "A chart";
    if (alt) {
      const details = make("details", {}, element);
      make("summary", { textContent: "In words" }, details);
      make("p", { textContent: alt }, details);
    }
  }

  // The drawing is a picture that has words. plotly.js's buttons stand beside it, where a screen reader finds them too.
  function describe(chart) {
    chart.plot.querySelectorAll(".main-svg").forEach((layer, index) => {
      if (index) return layer.setAttribute("aria-hidden", "true");
      layer.setAttribute("role", "img");
      layer.setAttribute("aria-label", chart.words);
    });
  }

  async function draw(target, given) {
    const block = target.querySelector('script[type="application/json"]');
    const figure = given || JSON.parse(block.textContent);
    let plot = target.querySelector(".neurolab-plot");
    if (!plot) plot = make("div", { className: "neurolab-plot" }, target);
    target.classList.add("neurolab-chart");
    target.dataset.state = "drawn";
    plot.textContent = "";
    const chart = {
      element: target, plot, data: figure.data, layout: figure.layout, frames: figure.frames || [],
      height: figure.layout.height || 420, meta: figure.layout.meta || {},
    };
    const widest = figure.layout.width || (chart.meta.panels && 1120);
    if (widest) target.style.maxWidth = `min(100%, ${widest}px)`;
    delete chart.layout.width;
    // A finger that scrolls the page must not zoom the chart.
    if (window.matchMedia("(pointer: coarse)").matches) chart.layout.dragmode = false;

    buildPage(chart, figure, chart.meta.description);
    paint(chart, currentTheme());
    if (plot.clientWidth) arrange(chart, plot.clientWidth);
    // The script follows the width by itself, since Plotly's way of it forgets the height.
    chart.config = Object.assign({}, figure.config, { responsive: false });
    // Where nothing hovers, plotly.js would show its buttons all the time, over titles and legends.
    if (window.matchMedia("(hover: none)").matches) chart.config.displayModeBar = false;
    await window.Plotly.newPlot(plot, chart.data, chart.layout, chart.config);
    if (chart.frames.length) await window.Plotly.addFrames(plot, chart.frames);
    const finish = () => { inkCells(chart); describe(chart); };
    finish();
    plot.on("plotly_afterplot", finish);
    plot.style.minHeight = "";
    drawn.add(chart);
    new ResizeObserver(() => fit(chart)).observe(plot);
    target.dataset.state = "ready";
    return chart;
  }

  function drawAll(root) {
    const waiting = Array.from((root || document).querySelectorAll(".neurolab-chart")).filter(chart => !chart.dataset.state);
    return Promise.all(waiting.map(chart => draw(chart).catch(error => apologize(chart, error))));
  }

  // One chart that plotly.js can't draw leaves the others as they are.
  function apologize(target, error) {
    target.dataset.state = "failed";
    const plot = target.querySelector(".neurolab-plot");
    plot.style.minHeight = "0";
    plot.textContent = `This chart can't be drawn: ${error.message}`;
  }

  function follow(name) {
    for (const chart of drawn) {
      if (chart.plot.isConnected) repaint(chart, name);
      else drawn.delete(chart);
    }
  }

  document.head.appendChild(document.createElement("style")).textContent = style;
  const followPage = () => follow(currentTheme());
  const watcher = new MutationObserver(followPage);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  watcher.observe(document.body, { attributes: true, attributeFilter: ["class", "data-jp-theme-light", "data-vscode-theme-kind"] });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", followPage);
  // plotly.js gives up a chart's height on paper, so that the text below would be printed over it.
  function pinHeights(pin) {
    for (const chart of drawn) chart.plot.style.height = pin ? `${chart.plot.offsetHeight}px` : "";
  }
  window.addEventListener("beforeprint", () => { pinHeights(true); follow("light"); });
  window.addEventListener("afterprint", () => { pinHeights(false); followPage(); });

  window.NeuroLabCharts = { draw, drawAll };
})();
